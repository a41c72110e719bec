import { describe, expect, it } from "vitest";
import { decideKeepAliveNotice } from "../../../electron/main/notifications/decide-keep-alive-notice.ts";
import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";

const client = { pid: 41, interface: "tun0", server: "vpn.example.edu" };
const WATCHING: KeepAliveStatus = { state: "watching", clients: [client] };
const RESTORING: KeepAliveStatus = { state: "restoring", client, waiting: null };
const BACK: KeepAliveStatus = { state: "back", client, silence: 200, at: "2026-03-02T12:00:00.000Z" };
const GAVE_UP: KeepAliveStatus = { state: "gave-up", client, tries: 5 };

/** What is said in each status after the first. */
function said(statuses: readonly KeepAliveStatus[], circumstances = {}) {
  return statuses.slice(1).map((now, index) => {
    const before = statuses[index] ?? now;
    return decideKeepAliveNotice({ before, now, popoverVisible: false, paused: false, ...circumstances })?.kind ?? null;
  });
}

describe("the notices of keep-alive", () => {
  it("say that the VPN is back, once, and nothing on the way there", () => {
    expect(said([WATCHING, RESTORING, BACK, { ...BACK }])).toEqual([null, "kept-alive-back", null]);
  });

  it("say it again when it is back once more", () => {
    const later = { ...BACK, at: "2026-03-02T12:10:00.000Z" };
    expect(said([BACK, RESTORING, later])).toEqual([null, "kept-alive-back"]);
  });

  it("say that it was given up, and that the server refused", () => {
    expect(said([RESTORING, GAVE_UP, { ...GAVE_UP }, RESTORING, { state: "refused", client }])).toEqual([
      "kept-alive-gave-up",
      null,
      null,
      "kept-alive-refused",
    ]);
  });

  it.each([{ popoverVisible: true }, { paused: true }])("say nothing with %j", (circumstances) => {
    expect(said([RESTORING, BACK, RESTORING, GAVE_UP], circumstances)).toEqual([null, null, null]);
  });

  it("say nothing of what the user did", () => {
    expect(said([{ state: "off" }, { state: "idle" }, { state: "starting", again: false }, WATCHING])).toEqual([
      null,
      null,
      null,
    ]);
  });
});
