import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";

/** Names that Linux gives to a card without a murmur. */
const ODD = ["-x", "--netns", "$(id)", "x;y", "\u202eabc"];

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

/** Gives the card of the room another name. `ip` would take some of them for options, the kernel takes them by index. */
async function rename(name: string): Promise<void> {
  await room.ip("link", "set", "dev", "wlan0", "name", name);
}

async function applyAll(): Promise<string> {
  const { digest, entries } = await askOnce(room, helper.path, "plan", {});
  if (entries.length === 0) return "nothing to do";
  return askOnce(room, helper.path, "apply", { digest, only: entries.map(({ id }) => id) }).then(
    ({ done }) => `${done} done`,
    (error: HelperFailure) => error.code,
  );
}

describe("T-E2 a card of a real kernel", () => {
  it("with the longest name there is is repaired like any other", async () => {
    await rename("A".repeat(15));
    expect(await applyAll()).toBe("6 done");
  });

  it.each(ODD)("named %j is left alone, and so is every table", async (name) => {
    await rename(name);
    const before = await room.table();
    expect(before).toContain(name);
    expect(["too-risky", "nothing to do"]).toContain(await applyAll());
    expect(await room.table()).toBe(before);
  });
});
