import { describe, expect, it } from "vitest";
import { topicOf } from "../../../../electron/main/notifications/notice.ts";
import type { Notice } from "../../../../electron/main/notifications/notice.ts";
import { notificationOptions } from "../../../../electron/main/notifications/notification-options.ts";
import { desktopTranslator } from "../../../support/desktop-translator.ts";
import { LOOKS } from "../../../support/announcing.ts";

const repair = LOOKS.leftOver.plan.steps.map(({ step }) => step);
const residue: Notice = { kind: "vpn-blocked-residue", finding: "gateway-pin-stale", repair };
const alive: Notice = { kind: "vpn-blocked-alive", finding: "gateway-pin-stale", repair };
const gaveUp: Notice = { kind: "kept-alive-gave-up", tries: 5, finding: "gateway-pin-stale" };
const OTHERS: readonly Notice[] = [
  { kind: "network-changed" },
  { kind: "network-changed-kept" },
  { kind: "kept-alive-back", silence: 184 },
  gaveUp,
  { kind: "kept-alive-refused" },
];

const [english, chinese] = [desktopTranslator("en"), desktopTranslator("zh-CN")];

describe("a notification's words", () => {
  it("name the finding and the repair", () => {
    expect(notificationOptions(residue, english, "linux")).toMatchObject({
      title: "Your next VPN connection will fail",
      body: "Stale route to the VPN server. Click to see the repair: Delete 1 route.",
    });
  });

  it("are Chinese for who reads Chinese", () => {
    expect(notificationOptions(residue, chinese, "linux")).toMatchObject({
      title: "下次 VPN 连接会失败",
      body: "通往 VPN 服务器的路由已失效。点击查看修复：删除 1 条路由。",
    });
  });

  it("tell how long the VPN was out of touch", () => {
    const back: Notice = { kind: "kept-alive-back", silence: 184 };
    expect(notificationOptions(back, english, "linux").title).toBe("Back after 0.2 s");
    expect(notificationOptions(back, chinese, "linux").title).toBe("断开 0.2 秒后已恢复");
  });

  it.each([residue, alive, ...OTHERS])("exist in both languages for $kind", (notice) => {
    for (const t of [english, chinese]) {
      const { title, body } = notificationOptions(notice, t, "darwin");
      expect(title).toMatch(/^[^{]+$/);
      expect(body).toMatch(/^[^{]+$/);
    }
  });
});

describe("a notification's button", () => {
  it.each([residue, alive])("shows the repair on macOS ($kind)", (notice) => {
    expect(notificationOptions(notice, english, "darwin").actions).toEqual([
      { type: "button", text: "Show the repair" },
    ]);
    expect(notificationOptions(notice, chinese, "darwin").actions).toEqual([{ type: "button", text: "查看修复" }]);
  });

  it.each(OTHERS)("is not there where there is no repair to show ($kind)", (notice) => {
    expect(notificationOptions(notice, english, "darwin")).not.toHaveProperty("actions");
  });

  it("is not promised on Linux, where Electron sends none", () => {
    expect(notificationOptions(alive, english, "linux")).not.toHaveProperty("actions");
  });
});

describe("a notification on Linux", () => {
  it.each([residue, alive, ...OTHERS])(
    "never stays on the screen or breaks through “do not disturb” ($kind)",
    (notice) => {
      expect(notificationOptions(notice, english, "linux").urgency).toBe("normal");
    },
  );
});

describe("a notice", () => {
  it("belongs to the topic under which the user can turn it off", () => {
    expect([alive, residue, ...OTHERS].map(topicOf)).toEqual([
      "vpn-blocked",
      "vpn-blocked",
      "network-changed",
      "network-changed",
      "kept-alive",
      "kept-alive",
      "kept-alive",
    ]);
  });
});
