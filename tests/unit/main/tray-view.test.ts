import { describe, expect, it } from "vitest";
import { existsSync } from "node:fs";
import { panelOf, trayPicture } from "../../../electron/main/tray/tray-picture.ts";
import { trayView } from "../../../electron/main/tray/tray-view.ts";
import type { TrayInput, TrayView } from "../../../electron/main/tray/tray-view.ts";
import { DEFAULT_SETTINGS } from "../../../shared/contract/settings.ts";
import type { Language } from "../../../shared/contract/settings.ts";
import { HealthState } from "../../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";
import { modelAfter, NOON, recordedSnapshot } from "../../support/judged.ts";

function viewOf(capture: string, change: Partial<TrayInput> = {}, language: Language = "en"): TrayView {
  const model = modelAfter(recordedSnapshot(capture), { ...EMPTY_HISTORY });
  const { assessment, plan } = model.observation ?? { assessment: null, plan: null };
  const input = {
    assessment,
    plan,
    keepAlive: model.keepAlive.state,
    settings: model.settings,
    reducedMotion: false,
    newVersion: null,
    ...change,
  };
  return trayView(input, desktopTranslator(language));
}

describe("the tray", () => {
  it("of a machine with a stale pin names the state and offers the repair", () => {
    expect(viewOf("05-third-state-stale-pin")).toEqual({
      frames: ["residue"],
      tooltip:
        "Your VPN cannot connect here. No VPN is running, but a leftover route sends every new VPN connection to a router that is not here.",
      menu: [
        { kind: "text", label: "Your VPN cannot connect here" },
        { kind: "action", label: "Delete 1 route…", action: { do: "reveal", finding: "gateway-pin-stale" } },
        { kind: "separator" },
        { kind: "action", label: "Open Holdfast", action: { do: "open" } },
        {
          kind: "switch",
          label: "Pause notifications",
          on: false,
          action: { do: "pause-notifications", paused: true },
        },
        { kind: "action", label: "Settings…", action: { do: "settings" } },
        { kind: "separator" },
        { kind: "action", label: "Quit Holdfast", action: { do: "quit" } },
      ],
    });
  });

  it("names a version that waits, and leads to where it says what is new", () => {
    const { menu } = viewOf("05-third-state-stale-pin", { newVersion: "1.2.0" });
    const entry = { kind: "action", label: "Version 1.2.0 is available…", action: { do: "settings" } };
    expect(menu).toContainEqual(entry);
    expect(viewOf("05-third-state-stale-pin").menu).not.toContainEqual(entry);
  });

  it("speaks Chinese", () => {
    const { menu } = viewOf("06-reconnect-loop-stale-pin", {}, "zh-CN");
    expect(menu.flatMap((entry) => ("label" in entry ? [entry.label] : []))).toEqual([
      "VPN 在这里无法重连",
      "改走 1 条路由并重新连接…",
      "打开 Holdfast",
      "暂停通知",
      "设置…",
      "退出 Holdfast",
    ]);
  });

  it.each([
    ["en", "Your VPN is reconnecting. The network changed. Holdfast is bringing your VPN back."],
    ["zh-CN", "VPN 正在重连。网络已切换，Holdfast 正在恢复 VPN。"],
  ] as const)("says in %s who brings the VPN back while keep-alive does", (language, tooltip) => {
    const { assessment } = modelAfter(recordedSnapshot("06-reconnect-loop-stale-pin")).observation ?? {};
    if (assessment === undefined) throw new Error("the recorded machine was looked at");
    const change = { assessment: { ...assessment, state: "recovering" as const }, keepAlive: "restoring" as const };
    expect(viewOf("06-reconnect-loop-stale-pin", change, language).tooltip).toBe(tooltip);
  });

  it("of a machine with nothing wrong offers no repair", () => {
    const { frames, menu } = viewOf("02-seed-after-switch-clean");
    expect(frames).toEqual(["off"]);
    expect(menu.filter((entry) => entry.kind === "action" && entry.action.do === "reveal")).toEqual([]);
  });

  it("offers no repair for steps that are only suspected", () => {
    const { assessment, plan } = modelAfter(recordedSnapshot("20-globalprotect-stale-direct-nets")).observation ?? {};
    const offered = plan?.steps.filter(({ selected }) => !selected) ?? [];
    expect(offered.length).toBeGreaterThan(0);
    const input = { assessment: assessment ?? null, plan: { digest: "", steps: offered } };
    const { menu } = viewOf("02-seed-after-switch-clean", input);
    expect(menu.filter((entry) => entry.kind === "action" && entry.action.do === "reveal")).toEqual([]);
  });

  it("before the first look says that it is looking", () => {
    const { frames, tooltip } = viewOf("02-seed-after-switch-clean", { assessment: null, plan: null });
    expect([frames, tooltip]).toEqual([["unknown"], "Looking for the first time…"]);
  });

  it("shows that notifications are paused, and the way back", () => {
    const { menu } = viewOf("02-seed-after-switch-clean", {
      settings: { ...DEFAULT_SETTINGS, notifications: "paused" },
    });
    expect(menu).toContainEqual(
      expect.objectContaining({ kind: "switch", on: true, action: { do: "pause-notifications", paused: false } }),
    );
  });

  it("moves while recovering, unless the user wants no motion", () => {
    const snapshot = recordedSnapshot("06-reconnect-loop-stale-pin");
    const { assessment = null } = modelAfter(snapshot, { ...EMPTY_HISTORY, networkChangedAt: NOON }).observation ?? {};
    expect(assessment?.state).toBe("recovering");
    const framesWith = (reducedMotion: boolean) =>
      viewOf("02-seed-after-switch-clean", { assessment, reducedMotion }).frames;
    expect(framesWith(false)).toEqual(["recovering-1", "recovering-2", "recovering-3"]);
    expect(framesWith(true)).toEqual(["recovering"]);
  });
});

describe("the tray's pictures", () => {
  const panels = ["menu-bar", "light", "dark"] as const;
  const frames = [...HealthState.options, "recovering-1", "recovering-2", "recovering-3"];

  it.each(panels)("exist for every state on a %s panel, in both densities", (panel) => {
    const missing = frames
      .map((frame) => trayPicture(frame, panel))
      .flatMap((file) => [file, file.replace(".png", "@2x.png")])
      .filter((file) => !existsSync(new URL(`../../../build/tray/${file}`, import.meta.url)));
    expect(missing).toEqual([]);
  });

  it.each([
    ["darwin", "", true, "menu-bar"],
    ["linux", "ubuntu:GNOME", false, "dark"],
    ["linux", "XFCE", false, "light"],
    ["linux", "KDE", true, "dark"],
    ["linux", "", false, "light"],
  ] as const)("on %s, desktop %j, dark theme %s, are for a %s panel", (platform, desktop, dark, panel) => {
    expect(panelOf(platform, desktop, dark)).toBe(panel);
  });
});
