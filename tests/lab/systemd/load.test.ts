import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../room/wait-until.ts";
import { ALLOWED, HELLO, openHelperMachine } from "./helper-machine.ts";
import type { HelperMachine, Talk } from "./helper-machine.ts";

const FLOODS = 5;
const FLOOD = 1_000;

let machine: HelperMachine;
beforeAll(async () => {
  machine = await openHelperMachine();
  await machine.install();
});
afterAll(() => machine.close());

const isServed = ({ text }: Talk) => text.startsWith('{"v":1,"id":0,"ok":true');
const noHelpers = async () => (await machine.helpers()).length === 0;
const unitState = async () =>
  (
    await machine.run(["/usr/bin/systemctl", "show", "--property=ActiveState,SubState", "holdfast-helper.socket"])
  ).trim();

/** Connects again and again until it is served, as a client does that is told to try later. */
async function served(): Promise<Talk> {
  return waitUntil("a client is served", 20_000, async () => {
    const [talk] = await machine.talk(ALLOWED, { text: HELLO, lines: 0 });
    return talk !== undefined && isServed(talk) && talk;
  });
}

describe("T-D1: a hundred clients at once", () => {
  it("all get an answer or an orderly end, and twenty after them are served", async () => {
    const talks = await machine.talk(ALLOWED, { connections: 100, text: HELLO, lines: 0 });
    expect(talks.every((talk) => isServed(talk) || talk.text === "")).toBe(true);
    expect(talks.filter(isServed).length).toBeGreaterThan(0);
    await waitUntil("they are gone", 20_000, noHelpers);
    for (let count = 0; count < 20; count++) {
      const [talk] = await machine.talk(ALLOWED, { text: HELLO, lines: 0 });
      expect(talk && isServed(talk)).toBe(true);
    }
  });
});

describe("T-D2: a flood", () => {
  it(`of ${FLOOD} connections at once, ${FLOODS} times, leaves a socket that serves the next client`, async () => {
    for (let flood = 0; flood < FLOODS; flood++) {
      await machine.talk(ALLOWED, { connections: FLOOD, text: HELLO, lines: 0 });
      expect(await unitState()).toBe("ActiveState=active\nSubState=listening");
    }
    expect(isServed(await served())).toBe(true);
  });
});

describe("T-D3: clients that say nothing", () => {
  it("hold all places for no longer than three seconds", async () => {
    await waitUntil("nothing is left of other clients", 20_000, noHelpers);
    const silent = machine.talk(ALLOWED, { connections: 8 });
    await waitUntil("all places are taken", 10_000, async () => (await machine.helpers()).length === 8);
    const begun = performance.now();
    await served();
    expect(performance.now() - begun).toBeLessThan(3_000);
    const answers = (await silent).map(({ text }) => text);
    expect(answers).toEqual(Array(8).fill('{"v":1,"id":-1,"ok":false,"err":"timeout"}\n'));
  });
});

describe("T-D5: when nobody asks", () => {
  it("nothing runs, two seconds after the last client at the latest", async () => {
    await served();
    expect(await waitUntil("no helper is left", 2_000, noHelpers)).toBe(true);
  });
});

describe("T-N1: the network", () => {
  it("never sees the helper: it holds no socket but its client's", async () => {
    const held = machine.talk(ALLOWED, { text: HELLO });
    const [helper = ""] = await waitUntil("it runs", 10_000, async () => {
      const found = await machine.helpers();
      return found.length > 0 && found;
    });
    const inside = ["/usr/bin/ss", "--no-header", "--all", "--tcp", "--udp", "--raw", "--processes"];
    expect(await machine.run(inside)).not.toContain(`pid=${helper.split(" ")[0]},`);
    await held;
  });
});
