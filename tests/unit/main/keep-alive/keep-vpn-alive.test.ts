import { describe, expect, it } from "vitest";
import type { HelperConnection } from "../../../../electron/helper-client/helper-connection.ts";
import { HelperFailure } from "../../../../electron/helper-client/helper-failure.ts";
import { keepVpnAlive } from "../../../../electron/main/keep-alive/keep-vpn-alive.ts";
import { createModel } from "../../../../electron/main/model.ts";
import type { Observation } from "../../../../electron/main/model.ts";
import type { KeepAliveReport } from "../../../../shared/contract/keep-alive.ts";
import type { KeptAliveEvent } from "../../../../shared/history/timeline.ts";
import { codedText } from "../../../../shared/snapshot/coded-text.ts";
import { FakeClock } from "../../../support/fake-clock.ts";
import { helperInMemory } from "../../../support/helper/helper-in-memory.ts";
import type { HelperInMemory } from "../../../support/helper/helper-in-memory.ts";
import { judged, modelAfter, recordedSnapshot } from "../../../support/judged.ts";

const up = judged(recordedSnapshot("04-seed-healthy-reconstructed"));
const off = judged(recordedSnapshot("02-seed-after-switch-clean"));
const client = { pid: 41, interface: "utun6", server: "vpn.example.edu" };
const WATCHING: KeepAliveReport = { kind: "watching", clients: [client], left: [] };
const DISTURBED: KeepAliveReport = { kind: "disturbed", client, finding: "gateway-pin-stale" };
const BACK: KeepAliveReport = { kind: "back", client, silence: 200, seenBy: "traffic", byItself: false };

/** An app that has seen a VPN and a helper in memory; `connect` may fail instead. */
function scene({ keepAlive = true, observation = up, asksPassword = false } = {}) {
  const start = modelAfter(recordedSnapshot("04-seed-healthy-reconstructed"));
  const model = createModel(start);
  model.setState({ observation, settings: { ...start.settings, keepAlive } });
  if (asksPassword) model.setState({ helper: { state: "asks-password" } });
  const clock = new FakeClock();
  const helpers: HelperInMemory[] = [];
  const refusals: HelperFailure[] = [];
  const episodes: KeptAliveEvent[] = [];
  const connect = async (): Promise<HelperConnection> => {
    const refusal = refusals.shift();
    if (refusal !== undefined) throw refusal;
    const helper = helperInMemory();
    helpers.push(helper);
    return helper.connection;
  };
  const onMistake = (error: unknown) => codedText("internal", { log: String(error) });
  let found = model.getState().helper;
  const lookForHelper = () => model.setState({ helper: found });
  const onEpisode = (event: KeptAliveEvent) => void episodes.push(event);
  const kept = keepVpnAlive({ model, connect, lookForHelper, clock, onMistake, onEpisode });
  return {
    clock,
    episodes,
    helpers,
    refusals,
    stop: () => kept.stop(),
    see: (seen: Observation) => model.setState({ observation: { ...seen } }),
    turn: (on: boolean) => model.setState({ settings: { ...start.settings, keepAlive: on } }),
    status: () => model.getState().keepAlive,
    /** Installs or removes the helper; whoever looks finds it so. */
    install: (helper: typeof found) => {
      found = helper;
    },
    look: lookForHelper,
    /** The newest helper, as soon as there are so many. */
    async helper(count = 1): Promise<HelperInMemory> {
      await expect.poll(() => helpers.length).toBe(count);
      const newest = helpers.at(-1);
      if (newest === undefined) throw new Error("none was started");
      return newest;
    },
  };
}

const ENDED = new HelperFailure("helper-ended", { status: -1 });

describe("keeping VPNs alive", () => {
  it("starts no helper that the user did not ask for", () => {
    const app = scene({ keepAlive: false });
    app.see(up);
    expect([app.status(), app.helpers]).toEqual([{ state: "off" }, []]);
  });

  it("starts none without a VPN, and one as soon as there is one", async () => {
    const app = scene({ observation: off });
    expect([app.status(), app.helpers]).toEqual([{ state: "idle" }, []]);
    app.see(up);
    expect(app.status()).toEqual({ state: "starting", again: false });
    (await app.helper()).report(WATCHING);
    expect(app.status()).toEqual({ state: "watching", clients: [client] });
    app.see(up);
    expect(app.helpers).toHaveLength(1);
  });

  it("shows how it goes and tells how it ended", async () => {
    const app = scene();
    const helper = await app.helper();
    for (const report of [WATCHING, DISTURBED]) helper.report(report);
    expect(app.status()).toEqual({ state: "restoring", client, waiting: null });
    helper.report(BACK);
    expect(app.status()).toMatchObject({ state: "back", silence: 200, at: new Date(app.clock.now()).toISOString() });
    expect(app.episodes.map(({ outcome }) => outcome)).toEqual(["back"]);
  });

  it("ends the helper when the switch is turned off, and listens to it no more", async () => {
    const app = scene();
    const helper = await app.helper();
    app.turn(false);
    await expect.poll(() => helper.isOpen()).toBe(false);
    helper.report(BACK);
    expect([app.status(), app.episodes]).toEqual([{ state: "off" }, []]);
    expect(app.clock.waiting).toBe(0);
  });

  it("ends the helper with the app", async () => {
    const app = scene();
    const helper = await app.helper();
    await app.stop();
    expect(helper.isOpen()).toBe(false);
  });

  it("keeps the helper over a VPN that is gone for less than a minute, and ends it after that", async () => {
    const app = scene();
    const helper = await app.helper();
    helper.report(WATCHING);
    app.see(off);
    app.clock.advance(59_000);
    app.see(up);
    app.clock.advance(59_000);
    expect(helper.isOpen()).toBe(true);
    app.see(off);
    app.clock.advance(60_000);
    await expect.poll(() => helper.isOpen()).toBe(false);
    expect(app.status()).toEqual({ state: "idle" });
    app.see(up);
    await app.helper(2);
  });

  it("goes on saying that the user has to sign in again when the VPN is gone", async () => {
    const app = scene();
    const helper = await app.helper();
    for (const report of [WATCHING, DISTURBED, { kind: "refused", client } as const]) helper.report(report);
    app.see(off);
    app.clock.advance(60_000);
    expect(app.status()).toEqual({ state: "refused", client });
  });

  it("starts a helper that ended again, later from time to time, and at once again after one that lived", async () => {
    const app = scene();
    (await app.helper(1)).end(ENDED);
    await expect.poll(app.status).toEqual({ state: "starting", again: true });
    app.clock.advance(1_000);
    (await app.helper(2)).end(ENDED);
    await expect.poll(() => app.clock.waiting).toBe(1);
    app.clock.advance(1_999);
    expect(app.helpers).toHaveLength(2);
    app.clock.advance(1);
    const third = await app.helper(3);
    third.report(WATCHING);
    app.clock.advance(30_000);
    third.end(ENDED);
    await expect.poll(() => app.clock.waiting).toBe(1);
    app.clock.advance(1_000);
    await app.helper(4);
  });

  it("waits for another Holdfast that does it already", async () => {
    const app = scene({ observation: off });
    app.refusals.push(new HelperFailure("busy"));
    app.see(up);
    await expect.poll(app.status).toEqual({ state: "elsewhere" });
    app.clock.advance(30_000);
    (await app.helper()).report(WATCHING);
    expect(app.status().state).toBe("watching");
  });

  it("without rights says so, and asks again only when the switch is turned off and on", async () => {
    const app = scene({ observation: off });
    app.refusals.push(new HelperFailure("authorisation-refused"));
    app.see(up);
    await expect.poll(app.status).toEqual({ state: "unavailable", error: codedText("authorisation-refused") });
    app.see(off);
    app.clock.advance(60_000);
    app.see(up);
    app.clock.advance(600_000);
    expect([app.status().state, app.helpers]).toEqual(["unavailable", []]);
    app.turn(false);
    app.turn(true);
    await app.helper();
  });

  it("asks for no password because a helper has ended", async () => {
    const app = scene({ asksPassword: true });
    (await app.helper()).end(ENDED);
    await expect.poll(() => app.status().state).toBe("unavailable");
    expect(app.clock.waiting).toBe(0);
  });

  it("asks for no password because another Holdfast has ended", async () => {
    const app = scene({ observation: off, asksPassword: true });
    app.refusals.push(new HelperFailure("busy"));
    app.see(up);
    await expect.poll(app.status).toEqual({ state: "elsewhere" });
    expect(app.clock.waiting).toBe(0);
  });

  it("asks for no password because the helper was removed", async () => {
    const app = scene();
    const helper = await app.helper();
    app.install({ state: "asks-password" });
    helper.end(ENDED);
    await expect.poll(app.status).toMatchObject({ state: "unavailable" });
    app.clock.advance(60_000);
    expect(app.helpers).toHaveLength(1);
  });

  it("begins by itself once a helper was installed", async () => {
    const app = scene({ observation: off, asksPassword: true });
    app.refusals.push(new HelperFailure("authorisation-refused"));
    app.see(up);
    await expect.poll(app.status).toMatchObject({ state: "unavailable" });
    app.install({ state: "installed" });
    app.look();
    await app.helper();
    expect(app.status()).toMatchObject({ state: "starting" });
  });

  it("notes a mistake and goes on", async () => {
    const app = scene();
    (await app.helper()).end(new TypeError("oops"));
    await expect.poll(() => app.clock.waiting).toBe(1);
    app.clock.advance(1_000);
    await app.helper(2);
  });
});
