import { describe, expect, it } from "vitest";
import type { KeepAliveStatus } from "../../../../shared/contract/keep-alive-status.ts";
import { DEFAULT_SETTINGS } from "../../../../shared/contract/settings.ts";
import { CLIENT, instant, LOOKS, saidIn, told } from "../../../support/announcing.ts";
import type { Step } from "../../../support/announcing.ts";

const WATCHING: KeepAliveStatus = { state: "watching", clients: [CLIENT] };
const RESTORING: KeepAliveStatus = { state: "restoring", client: CLIENT, waiting: null };
const BACK: KeepAliveStatus = { state: "back", client: CLIENT, silence: 200, at: instant(-60) };
const GAVE_UP: KeepAliveStatus = { state: "gave-up", client: CLIENT, tries: 5 };
const REFUSED: KeepAliveStatus = { state: "refused", client: CLIENT };

const home: Step = { look: LOOKS.home };

/** What is told while keep-alive goes through these, a minute each. */
function toldOf(statuses: readonly KeepAliveStatus[], circumstances: Step = {}): string[] {
  return told(...statuses.map((keepAlive, minute) => ({ ...circumstances, at: minute * 60, keepAlive })));
}

describe("the notices of keep-alive", () => {
  it("say that the VPN is back, once, and nothing on the way there", () => {
    expect(toldOf([WATCHING, RESTORING, BACK, { ...BACK }])).toEqual(["", "", "kept-alive-back", ""]);
  });

  it("say it again when it is back once more", () => {
    const later = { ...BACK, at: instant(600) };
    expect(toldOf([BACK, RESTORING, later])).toEqual(["kept-alive-back", "", "kept-alive-back"]);
  });

  it("say that it was given up, and that the server refused, as long as that is so", () => {
    expect(toldOf([RESTORING, GAVE_UP, { ...GAVE_UP }, RESTORING, REFUSED, WATCHING])).toEqual([
      "",
      "kept-alive-gave-up",
      "",
      "taken back",
      "kept-alive-refused",
      "taken back",
    ]);
  });

  it("lead to what is in the way when it was given up", () => {
    const [notice] = saidIn({ look: LOOKS.stuck, keepAlive: RESTORING }, { keepAlive: GAVE_UP });
    expect(notice).toEqual({ kind: "kept-alive-gave-up", tries: 5, finding: "gateway-pin-stale" });
    expect(saidIn(home, { keepAlive: GAVE_UP })).toEqual([{ kind: "kept-alive-gave-up", tries: 5, finding: null }]);
  });

  it.each<Step>([{ popoverVisible: true }, { settings: { ...DEFAULT_SETTINGS, notifications: "paused" } }])(
    "say nothing with %j",
    (circumstances) => {
      expect(toldOf([RESTORING, BACK, RESTORING, GAVE_UP], circumstances)).toEqual(["", "", "", ""]);
    },
  );

  it("say nothing of what the user did", () => {
    expect(toldOf([{ state: "off" }, { state: "idle" }, { state: "starting", again: false }, WATCHING])).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });
});

describe("notifications while keep-alive is on", () => {
  it.each([WATCHING, RESTORING, BACK])(
    "say of a network that changed that the VPN is being kept alive ($state)",
    (keepAlive) => {
      const steps = [home, { keepAlive, popoverVisible: true }, { popoverVisible: false, look: LOOKS.recovering }];
      expect(told(...steps)).toEqual(["", "", "network-changed-kept"]);
    },
  );

  it("say nothing of a network that changed when it was said already that the VPN is back on it", () => {
    const justBack: KeepAliveStatus = { ...BACK, at: instant(1) };
    expect(told(home, { keepAlive: justBack }, { look: LOOKS.recovering })).toEqual(["", "kept-alive-back", ""]);
  });

  it.each<KeepAliveStatus>([
    { state: "elsewhere" },
    { state: "unavailable", error: { code: "needs-rights", args: {} } },
  ])("promise nothing when this app does not do it ($state)", (keepAlive) => {
    expect(told(home, { keepAlive, look: LOOKS.recovering })).toEqual(["", "network-changed"]);
  });

  it("leave it to the notice that keep-alive gave up to say that the VPN cannot reconnect, also later", () => {
    const off: KeepAliveStatus = { state: "off" };
    const [recovering, stuck] = [{ look: LOOKS.recovering }, { look: LOOKS.stuck }];
    const end = ["", "kept-alive-gave-up", "", "taken back"];
    expect(
      told({ ...recovering, keepAlive: RESTORING }, { ...stuck, keepAlive: GAVE_UP }, stuck, { keepAlive: off }),
    ).toEqual(end);
    expect(told(recovering, { keepAlive: GAVE_UP }, stuck, { keepAlive: off })).toEqual(end);
  });
});
