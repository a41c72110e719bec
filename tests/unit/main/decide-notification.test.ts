import { describe, expect, it } from "vitest";
import { decideNotification, NOTHING_ANNOUNCED } from "../../../electron/main/notifications/decide-notification.ts";
import type { Announced, NoticeInput } from "../../../electron/main/notifications/decide-notification.ts";
import type { Notice } from "../../../electron/main/notifications/notice.ts";
import type { Observation } from "../../../electron/main/model.ts";
import { notificationText } from "../../../electron/main/notifications/notification-text.ts";
import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";
import { judged, NOON, recordedSnapshot } from "../../support/judged.ts";

const clean = judged(recordedSnapshot("02-seed-after-switch-clean"));
const leftOver = judged(recordedSnapshot("05-third-state-stale-pin"));
const up = judged(recordedSnapshot("04-seed-healthy-reconstructed"));
const stuck = judged(recordedSnapshot("06-reconnect-loop-stale-pin"));
const recovering = judged(recordedSnapshot("06-reconnect-loop-stale-pin"), {
  ...EMPTY_HISTORY,
  networkChangedAt: NOON,
});

const OFF = { state: "off" } as const;
const CLIENT = { pid: 41, interface: "utun6", server: "vpn.example.edu" };

/** What is said after each look in turn, the first of which is the launch. */
function said(looks: readonly Observation[], circumstances: Partial<NoticeInput> = {}): (Notice["kind"] | null)[] {
  let announced: Announced = NOTHING_ANNOUNCED;
  return looks.map(({ assessment, plan, at }, index) => {
    const moment = { at, keepAlive: OFF, atLaunch: index === 0, popoverVisible: false, paused: false };
    const decision = decideNotification({ assessment, plan, announced, ...moment, ...circumstances });
    announced = decision.announced;
    return decision.notice?.kind ?? null;
  });
}

describe("notifications", () => {
  it("say that the next connection will fail, once", () => {
    expect(said([clean, leftOver, leftOver, leftOver])).toEqual([null, "vpn-blocked-residue", null, null]);
  });

  it("say nothing at launch, nor later what was so at launch", () => {
    expect(said([leftOver, leftOver])).toEqual([null, null]);
  });

  it("say nothing that the open popover shows, nor later when it is shut", () => {
    let announced: Announced = NOTHING_ANNOUNCED;
    const look = ({ assessment, plan, at }: Observation, popoverVisible: boolean, atLaunch = false) => {
      const moment = { at, keepAlive: OFF, popoverVisible, paused: false, atLaunch };
      const decision = decideNotification({ assessment, plan, announced, ...moment });
      announced = decision.announced;
      return decision.notice;
    };
    look(clean, false, true);
    expect([look(leftOver, true), look(leftOver, false)]).toEqual([null, null]);
  });

  it("say nothing while they are paused", () => {
    expect(said([clean, leftOver, up, stuck], { paused: true })).toEqual([null, null, null, null]);
  });

  it("do not repeat themselves when a finding comes and goes on the same network", () => {
    const moved = { ...clean, assessment: { ...clean.assessment, network: leftOver.assessment.network } };
    expect(said([moved, leftOver, moved, leftOver])).toEqual([null, "vpn-blocked-residue", null, null]);
  });

  it("say that the network changed under a living VPN, then, once the verdict is there, that it cannot reconnect", () => {
    expect(said([up, recovering, recovering, stuck, stuck])).toEqual([
      null,
      "network-changed",
      null,
      "vpn-blocked-alive",
      null,
    ]);
  });

  it("say nothing about a network that changed without a VPN", () => {
    expect(said([up, clean])).toEqual([null, null]);
  });

  it("say nothing about what cannot be repaired", () => {
    const plan = { ...leftOver.plan, steps: [] };
    expect(said([clean, { ...leftOver, plan }])).toEqual([null, null]);
  });
});

describe("notifications while keep-alive is on", () => {
  it.each<KeepAliveStatus>([
    { state: "watching", clients: [CLIENT] },
    { state: "restoring", client: CLIENT, waiting: null },
    { state: "back", client: CLIENT, silence: 200, at: "2026-03-02T11:00:00.000Z" },
  ])("say of a network that changed that the VPN is being kept alive ($state)", (keepAlive) => {
    expect(said([up, recovering], { keepAlive })).toEqual([null, "network-changed-kept"]);
  });

  it("say nothing of a network that changed when it was said already that the VPN is back on it", () => {
    const at = new Date(Date.parse(NOON) - 400).toISOString();
    const keepAlive = { state: "back", client: CLIENT, silence: 200, at } as const;
    expect(said([up, recovering], { keepAlive })).toEqual([null, null]);
  });

  it.each([{ state: "elsewhere" }, { state: "unavailable", error: { code: "needs-rights", args: {} } }] as const)(
    "promise nothing when this app does not do it ($state)",
    (keepAlive) => {
      expect(said([up, recovering], { keepAlive })).toEqual([null, "network-changed"]);
    },
  );

  it("leave it to the notice that keep-alive gave up to say that the VPN cannot reconnect, also later", () => {
    const gaveUp = { state: "gave-up", client: CLIENT, tries: 5 } as const;
    let announced: Announced = NOTHING_ANNOUNCED;
    const say = ({ assessment, plan, at }: Observation, keepAlive: NoticeInput["keepAlive"], atLaunch = false) => {
      const moment = { at, keepAlive, popoverVisible: false, paused: false, atLaunch };
      const decision = decideNotification({ assessment, plan, announced, ...moment });
      announced = decision.announced;
      return decision.notice;
    };
    const onSameNetwork = { ...stuck, assessment: { ...stuck.assessment, state: "recovering" as const } };
    say(onSameNetwork, { state: "restoring", client: CLIENT, waiting: null }, true);
    expect([say(stuck, gaveUp), say(stuck, OFF)]).toEqual([null, null]);
  });
});

describe("a notification's words", () => {
  const [step] = leftOver.plan.steps;
  if (step === undefined) throw new Error("the recorded machine has a repair");
  const notice: Notice = { kind: "vpn-blocked-residue", finding: "gateway-pin-stale", repair: [step.step] };

  it("name the finding and the repair", () => {
    expect(notificationText(notice, desktopTranslator("en"))).toEqual({
      title: "Your next VPN connection will fail",
      body: "Stale route to the VPN server. Click to see the repair: Delete 1 route.",
    });
  });

  it("tell how long the VPN was out of touch", () => {
    const back: Notice = { kind: "kept-alive-back", silence: 184 };
    expect(notificationText(back, desktopTranslator("en")).title).toBe("Back after 0.2 s");
    expect(notificationText(back, desktopTranslator("zh-CN")).title).toBe("断开 0.2 秒后已恢复");
  });

  it.each<Notice>([
    { kind: "network-changed" },
    { kind: "network-changed-kept" },
    { kind: "kept-alive-gave-up", tries: 5 },
    { kind: "kept-alive-refused" },
  ])("exist in both languages for $kind", (one) => {
    for (const language of ["en", "zh-CN"] as const) {
      const { title, body } = notificationText(one, desktopTranslator(language));
      expect(title + body).not.toMatch(/\{\{|^$/);
    }
  });

  it("are Chinese for who reads Chinese", () => {
    expect(notificationText(notice, desktopTranslator("zh-CN"))).toEqual({
      title: "下次 VPN 连接会失败",
      body: "通往 VPN 服务器的路由已失效。点击查看修复：删除 1 条路由。",
    });
  });
});
