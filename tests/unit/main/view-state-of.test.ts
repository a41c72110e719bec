import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { createModel } from "../../../electron/main/model.ts";
import { helperAvailability, modeFor } from "../../../electron/main/repair/helper-availability.ts";
import type { HelperSurroundings } from "../../../electron/main/repair/helper-availability.ts";
import { viewStateOf } from "../../../electron/main/view-state-of.ts";
import { viewStateStream } from "../../../electron/main/view-state-stream.ts";
import { ViewState } from "../../../shared/contract/view-state.ts";
import { recordedCaptures } from "../../captures/recorded-captures.ts";
import { modelAfter, NOON, recordedSnapshot } from "../../support/judged.ts";

describe("the view state", () => {
  it.each(recordedCaptures().map(({ name }) => name))("of %s fits the contract", (name) => {
    const state = viewStateOf(modelAfter(recordedSnapshot(name)), 1);
    expect(v.parse(ViewState, state)).toEqual(state);
  });

  it("of a stale pin has the step with the exact commands that do and undo it", () => {
    const { look } = viewStateOf(modelAfter(recordedSnapshot("05-third-state-stale-pin")), 7);
    expect(look?.at).toBe(NOON);
    expect(look?.plan.steps).toMatchObject([
      {
        commands: [["/sbin/route", "-n", "delete", "-host", "222.66.117.109", "10.51.0.1"]],
        inverseCommands: [["/sbin/route", "-n", "add", "-host", "222.66.117.109", "10.51.0.1"]],
      },
    ]);
  });

  it("of a living session has its tunnel with its own address and its routes", () => {
    const { look } = viewStateOf(modelAfter(recordedSnapshot("04-seed-healthy-reconstructed")), 1);
    expect(look?.tunnels).toEqual([{ interface: "utun6", address: "172.20.151.1", routes: 9 }]);
  });

  it.each([
    ["04-seed-healthy-reconstructed", "vpn-ct.ecnu.edu.cn"],
    ["05-third-state-stale-pin", "222.66.117.109"],
    ["02-seed-after-switch-clean", null],
  ])("of %s knows the server that was seen last as %s", (capture, server) => {
    expect(viewStateOf(modelAfter(recordedSnapshot(capture)), 1).look?.knownServer).toBe(server);
  });

  it("knows the newest server of the history when the machine shows none", () => {
    const model = modelAfter(recordedSnapshot("02-seed-after-switch-clean"));
    const history = { ...model.history, servers: ["203.0.113.1", "203.0.113.2"] };
    expect(viewStateOf({ ...model, history }, 1).look?.knownServer).toBe("203.0.113.2");
  });

  it.each([
    ["what keep-alive puts right at this moment", { waiting: null }, "recovering"],
    ["what waits for the next try", { waiting: "back-off" }, "recovering"],
    ["what waits for the user", { waiting: "captive-network" }, "broken"],
  ] as const)("of %s is not called broken unless the user is needed", (_what, { waiting }, state) => {
    const client = { pid: 41, interface: "utun6", server: null };
    const keepAlive = { state: "restoring", client, waiting } as const;
    const model = modelAfter(recordedSnapshot("06-reconnect-loop-stale-pin"));
    expect(viewStateOf({ ...model, keepAlive }, 1).look?.assessment.state).toBe(state);
  });

  it("before the first look has none", () => {
    const model = { ...modelAfter(recordedSnapshot("02-seed-after-switch-clean")), observation: null };
    expect(viewStateOf(model, 1).look).toBeNull();
  });
});

describe("the stream of view states", () => {
  it("sends nothing before somebody subscribes, then the present one, then each change, numbered", () => {
    const model = createModel(modelAfter(recordedSnapshot("02-seed-after-switch-clean")));
    const sent: ViewState[] = [];
    const { subscribe } = viewStateStream(model, (state) => sent.push(state));
    model.setState({ activity: "repairing" });
    expect(sent).toEqual([]);
    subscribe();
    model.setState({ activity: "idle" });
    expect(sent.map(({ sequence, activity }) => [sequence, activity])).toEqual([
      [1, "repairing"],
      [2, "idle"],
    ]);
  });
});

describe("whoever wants to lead the popover somewhere", () => {
  it("is told when it hears, and that is once it has been sent where things stand", async () => {
    const sent: string[] = [];
    const stream = viewStateStream(createModel(modelAfter(recordedSnapshot("02-seed-after-switch-clean"))), () =>
      sent.push("view state"),
    );
    void stream.subscribed().then(() => sent.push("led"));
    await Promise.resolve();
    expect(sent).toEqual([]);
    stream.subscribe();
    await stream.subscribed();
    expect(sent).toEqual(["view state", "led"]);
  });

  it("waits for the next page when the one that heard is gone, to which nothing is sent", async () => {
    const sent: string[] = [];
    const model = createModel(modelAfter(recordedSnapshot("02-seed-after-switch-clean")));
    const stream = viewStateStream(model, ({ activity }) => sent.push(activity));
    stream.subscribe();
    stream.unsubscribe();
    model.setState({ activity: "repairing" });
    void stream.subscribed().then(() => sent.push("led"));
    await Promise.resolve();
    expect(sent).toEqual(["idle"]);
    stream.subscribe();
    await stream.subscribed();
    expect(sent).toEqual(["idle", "repairing", "led"]);
  });
});

describe("what is known of the helper beforehand", () => {
  const command = "sudo npx holdfast clean";
  it.each([
    ["root", { isRoot: true, hasPkexec: false }, "ready", undefined, undefined],
    ["a desktop user on Linux", {}, "asks-password", "pkexec", "pkexec"],
    ["a user without pkexec", { hasPkexec: false }, "unavailable", undefined, undefined],
    ["a Mac user", { platform: "darwin" }, "unavailable", undefined, undefined],
    ["the user of an installed helper", { installed: { state: "ready" } }, "installed", "socket", "pkexec"],
    ["the same without pkexec", { installed: { state: "ready" }, hasPkexec: false }, "installed", "socket", "sudo"],
    [
      "the Mac user of an installed helper",
      { platform: "darwin", installed: { state: "ready" } },
      "ready",
      undefined,
      undefined,
    ],
    ["the user of somebody else's helper", { installed: { state: "other-user" } }, "asks-password", "pkexec", "pkexec"],
    [
      "the user of a helper that others can change",
      { installed: { state: "untrusted", path: "/usr" } },
      "unavailable",
      undefined,
      undefined,
    ],
  ] as const)("for %s", (_who, known, state, forRoutes, forAll) => {
    const surroundings: HelperSurroundings = {
      platform: "linux",
      isRoot: false,
      installed: { state: "absent" },
      hasPkexec: true,
      bringsInstaller: false,
      command,
      ...known,
    };
    expect(helperAvailability(surroundings).state).toBe(state);
    expect([modeFor("routes", surroundings), modeFor("all", surroundings)]).toEqual([forRoutes, forAll]);
  });

  it("leads to the helper rather than to a command that comes with it, where the app brings its package", () => {
    const mac = { platform: "darwin", isRoot: false, hasPkexec: false, bringsInstaller: true, command } as const;
    const availability = helperAvailability({ ...mac, installed: { state: "absent" } });
    expect(availability).toEqual({ state: "unavailable", reason: { code: "needs-helper", args: {} } });
    expect(helperAvailability({ ...mac, installed: { state: "ready" } })).toEqual({ state: "ready" });
  });
});
