import { describe, expect, it } from "vitest";
import { keepAliveText } from "../../../renderer/features/status/keep-alive-text.ts";
import { WaitReason } from "../../../shared/contract/keep-alive.ts";
import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import { Language } from "../../../shared/contract/settings.ts";
import { silenceText } from "../../../shared/locales/silence-text.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";

const client = { pid: 41, interface: "tun0", server: "vpn.example.edu" };
const BACK: KeepAliveStatus = { state: "back", client, silence: 210, at: "2026-03-02T12:00:00.000Z" };

const EVERY: readonly KeepAliveStatus[] = [
  { state: "idle" },
  { state: "starting", again: false },
  { state: "starting", again: true },
  { state: "watching", clients: [client, { ...client, pid: 42, interface: "tun1" }] },
  { state: "restoring", client, waiting: null },
  ...WaitReason.options.map((waiting) => ({ state: "restoring", client, waiting }) as const),
  BACK,
  { state: "gave-up", client, tries: 5 },
  { state: "refused", client },
  { state: "elsewhere" },
  { state: "unavailable", error: { code: "authorisation-refused", args: {} } },
];

const say = (status: KeepAliveStatus, language: Language = "en") =>
  keepAliveText(status, desktopTranslator(language), () => "12:00:00");

describe("the line about keep-alive", () => {
  it("is there in both languages for every state, each with words of its own", () => {
    for (const language of Language.options) {
      const lines = EVERY.map((status) => say(status, language));
      expect(new Set(lines).size).toBe(EVERY.length);
      expect(lines.join()).not.toContain("{{");
    }
  });

  it("names what it watches and how long a VPN was out of touch", () => {
    expect(say({ state: "watching", clients: [client] })).toBe("Watching openconnect on tun0.");
    expect(say(BACK)).toBe("Back after 0.2 s, at 12:00:00. Still watching.");
  });

  it("is not there while keep-alive is off", () => {
    expect(say({ state: "off" })).toBeNull();
  });
});

describe("how long a VPN was out of touch", () => {
  it.each([
    [12, "0.1 s"],
    [1_249, "1.2 s"],
    [9_960, "10 s"],
    [95_000, "95 s"],
    [150_000, "3 min"],
    [7_300_000, "2 h"],
  ])("%i milliseconds is %s", (milliseconds, text) => {
    expect(silenceText(milliseconds, desktopTranslator("en"))).toBe(text);
  });
});
