import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";

const SERVER = "192.0.2.77";
const [CAFE_ROUTER, HOME_ROUTER] = ["198.51.100.141", "198.51.100.142"];

let helper: BuiltProgram;
let room: NetworkRoom;

beforeAll(async () => {
  helper = await buildProgram("electron/helper/helper.ts");
});
afterAll(() => helper.remove());
beforeEach(async () => {
  room = await makeNetworkRoom();
});
afterEach(() => room.remove());

const ledger = () => join(room.stateDirectory, "history.json");

/** The network has another router; both networks have the same addresses. */
async function joinNetworkOf(router: string, linkAddress: string): Promise<void> {
  await room.ip("route", "replace", "default", "via", router, "dev", "wlan0", "metric", "50");
  await room.ip("neigh", "replace", router, "lladdr", linkAddress, "dev", "wlan0", "nud", "reachable");
}

async function takePinFromCafeToHome(): Promise<void> {
  await joinNetworkOf(CAFE_ROUTER, "02:00:00:00:00:aa");
  await room.ip("route", "add", SERVER, "via", CAFE_ROUTER, "dev", "wlan0");
  await planned();
  await joinNetworkOf(HOME_ROUTER, "02:00:00:00:00:bb");
  await room.ip("neigh", "replace", CAFE_ROUTER, "dev", "wlan0", "nud", "failed");
}

/** What is planned for the pin, e.g. `delete-route`, with a question mark when it is only offered. */
async function planned(): Promise<string[]> {
  const { entries } = await askOnce(room, helper.path, "plan", {});
  return entries
    .filter(({ step }) => "route" in step && step.route.destination === `${SERVER}/32`)
    .map(({ step, selected }) => `${step.op}${selected ? "" : "?"}`);
}

describe("the ledger of the real helper", () => {
  it("lies in the folder that only root can read, and shows a foreign pin to the next helper", async () => {
    await takePinFromCafeToHome();
    expect(statSync(ledger()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(ledger(), "utf8"))).toMatchObject({
      schema: 1,
      history: { servers: [], pins: [{ destination: `${SERVER}/32`, gateway: CAFE_ROUTER }] },
    });
    expect(await planned()).toEqual(["delete-route"]);
  });

  it("is set aside when it is damaged, and the helper goes by what it sees", async () => {
    await takePinFromCafeToHome();
    writeFileSync(ledger(), '{"schema": 1, "boot": ');
    expect(await planned()).toEqual(["replace-route?"]);
    expect(
      readdirSync(room.stateDirectory)
        .filter((name) => name.startsWith("history.json."))
        .toSorted(),
    ).toEqual(["history.json.unusable"]);
  });

  it("does not count for another boot of the kernel", async () => {
    await takePinFromCafeToHome();
    const document = JSON.parse(readFileSync(ledger(), "utf8"));
    writeFileSync(ledger(), JSON.stringify({ ...document, boot: "another" }));
    expect(await planned()).toEqual(["replace-route?"]);
  });
});
