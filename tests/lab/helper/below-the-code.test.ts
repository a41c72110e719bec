import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numbersFrom } from "../../support/numbers-from.ts";
import { rightLine } from "../../support/helper/odd-lines.ts";
import type { Told } from "../../support/helper/odd-lines.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";
import { startWatched } from "./watched-helper.ts";
import type { Seen } from "./watched-helper.ts";

const CONNECTIONS = process.env["HOLDFAST_LONG"] === "1" ? 300 : 8;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? 20_260_106);
const PATIENCE = 60 * 60_000;

/** All that the helper may ever start on Linux (helper-security §5.5), by the places where systems have it. */
const ALLOWED = /^(?:\/usr)?\/s?bin\/(?:ip|ss|flock|resolvectl|nmcli)$/;
const SHELLS = /\b(?:sh|bash|dash|busybox|env|sudo|python3?|perl|node)$/;
/** In front of a tool that waits for news: it sets one thing for the kernel and becomes the tool. */
const ENDS_WITH_US = ["--pdeathsig", "KILL", "--"];
/** Variables that a tool may find; nothing of the caller's. */
const VARIABLES = /^(?:LC_ALL=C|LANG=C|PATH=[/:a-z]*|TZ=UTC)$/;

let helper: BuiltProgram;
let room: NetworkRoom;
let programs: Seen["programs"];
let sockets: string[];
let answers: string[];

/** Connects once, says these lines, and gives what was answered and what was seen from below. */
async function talk(lines: readonly string[]): Promise<Record<string, unknown>[]> {
  const { input, ended } = startWatched(room, helper);
  input.end(lines.map((line) => `${line}\n`).join(""));
  const { answers: text, seen } = await ended();
  programs.push(...seen.programs);
  sockets.push(...seen.sockets);
  const parsed = text.split("\n").slice(0, -1);
  answers.push(...parsed);
  return parsed.map((line) => JSON.parse(line));
}

/** The program that runs in the end. */
function whatRuns({ file, args }: Seen["programs"][number]): string {
  const becomes = file === "/usr/bin/setpriv" && ENDS_WITH_US.every((word, place) => args[place] === word);
  return becomes ? (args[ENDS_WITH_US.length] ?? file) : file;
}

const request = (op: string, details: object = {}) => JSON.stringify({ v: 1, id: 0, op, ...details });

/** Connections that do all that the helper can do, then some that ask for anything in any order. */
beforeAll(async () => {
  [programs, sockets, answers] = [[], [], []];
  [helper, room] = await Promise.all([buildProgram("electron/helper/helper.ts"), makeNetworkRoom()]);
  const [plan] = await talk([request("plan")]);
  const { digest, entries } = plan as unknown as { digest: string; entries: { id: string }[] };
  const [applied] = await talk([request("apply", { digest, only: entries.map(({ id }) => id) })]);
  const txn = String(applied?.["txn"]);
  await talk([request("undo", { txn }), request("status"), request("journal", { limit: 5 }), request("keep-alive")]);
  const told: Told = { digest, steps: entries.map(({ id }) => id), txns: [txn] };
  for (let round = 0; round < CONNECTIONS; round++) {
    const next = numbersFrom(SEED + round);
    await talk(Array.from({ length: 1 + next(3) }, () => rightLine(next, told)));
  }
  console.log(`T-E1: ${programs.length} programs in ${CONNECTIONS + 3} runs`);
}, PATIENCE);
afterAll(() => Promise.all([helper.remove(), room.remove()]));

describe("T-E1 what a helper starts, seen below its own code", () => {
  it("is something, for it did its work", () => {
    expect(answers.filter((line) => line.includes('"done":6'))).toHaveLength(1);
    expect(answers.filter((line) => line.includes('"restored":6'))).toHaveLength(1);
    expect(programs.length).toBeGreaterThan(50);
  });

  it("is a tool of the list by its whole path, and never a shell", () => {
    const files = new Set(programs.map(whatRuns));
    expect([...files].filter((file) => !ALLOWED.test(file) || SHELLS.test(file))).toEqual([]);
  });

  it("gets a fixed environment, and options of ours alone", () => {
    const variables = new Set(programs.flatMap(({ env }) => env));
    expect([...variables].filter((one) => !VARIABLES.test(one))).toEqual([]);
    const options = new Set(programs.flatMap(({ args }) => args.filter((word) => word.startsWith("-"))));
    for (const option of options) expect(option).toMatch(/^--?[A-Za-z0-9-]{0,12}$/);
    expect(options).not.toContain("-c");
    // `ip` reads commands from what the helper gives it as its input, never from a file with a name.
    const batches = programs.filter(({ args }) => args.includes("-batch"));
    expect(batches.length).toBeGreaterThan(0);
    expect(batches.filter(({ args }) => args[args.indexOf("-batch") + 1] !== "-")).toEqual([]);
  });
});

describe("T-N1 a helper", () => {
  it("never binds, listens at, connects or opens a socket of the internet", () => {
    expect(sockets).toEqual([]);
  });

  it("has none in its hands while it waits, either", async () => {
    const { child, input, output, ended } = startWatched(room, helper);
    input.write(`${request("plan")}\n`);
    await new Promise((resolve) => output.once("data", resolve));
    // The room is a network of its own: whatever were open there would be the helper's.
    const tables = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"].map((name) => `/proc/${child.pid}/net/${name}`);
    const rows = tables.flatMap((table) => readFileSync(table, "utf8").trimEnd().split("\n").slice(1));
    expect(rows).toEqual([]);
    input.end();
    await ended();
  });
});
