import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { converse } from "../../../electron/helper-client/conversation.ts";
import { helperCommand } from "../../../electron/helper-client/helper-command.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { startHelper } from "../../../electron/helper-client/helper-process.ts";
import type { NetworkRoom } from "../../lab/helper/network-room.ts";
import type { RouteWords } from "../../lab/helper/stale-routes.ts";
import { mustRun } from "../../lab/room/run-program.ts";
import { phasesOf } from "./phases.ts";
import type { Phases } from "./phases.ts";

const ANSWER_MILLISECONDS = 60_000;
const LOOP = join(process.cwd(), "tests/bench/clean/delete-in-a-loop.sh");
const HELPER = join(process.cwd(), "out/helper/helper.cjs");
const TIMED = join(process.cwd(), "out/bench-clean-timed/timed-helper.cjs");

/** How long the helper took, in milliseconds. */
export interface HelperTimes {
  /** From its start until it says who it is. */
  readonly start: number;
  /** From the question until its plan is there. */
  readonly plan: number;
  /** From the order until it says that all are gone, which it has looked at. */
  readonly apply: number;
  readonly whole: number;
}

/** Lets a new helper of the real bundle plan and carry out its plan, as the command line program of root does. */
export function cleanByHelper(room: NetworkRoom, stale: number): Promise<HelperTimes> {
  return cleanBy(room, HELPER, stale);
}

/** The same by a helper that writes down what it does when; what its apply spent its time on. */
export async function phasesOfHelper(room: NetworkRoom, stale: number): Promise<Phases> {
  const { apply } = await cleanBy(room, TIMED, stale);
  return phasesOf(JSON.parse(readFileSync(`${room.stateDirectory}.calls`, "utf8")), apply);
}

async function cleanBy(room: NetworkRoom, helper: string, stale: number): Promise<HelperTimes> {
  const { stateDirectory } = room;
  const begun = performance.now();
  const command = helperCommand("child", { helper, node: process.execPath, stateDirectory });
  const conversation = converse(
    startHelper([...room.enter, ...command]),
    ({ status, errors }) => new HelperFailure("helper-ended", { status: status ?? -1, errors }),
  );
  try {
    await conversation.ask("hello", {}, ANSWER_MILLISECONDS);
    const started = performance.now();
    const { digest, entries } = await conversation.ask("plan", {}, ANSWER_MILLISECONDS);
    const planned = performance.now();
    const only = entries.map(({ id }) => id);
    const { done } = await conversation.ask("apply", { digest, only }, ANSWER_MILLISECONDS);
    const applied = performance.now();
    if (done !== stale) throw new Error(`${done} of ${stale} routes are gone`);
    return { start: started - begun, plan: planned - started, apply: applied - planned, whole: applied - begun };
  } finally {
    await conversation.close();
  }
}

/** Milliseconds that `ip -batch FILE` takes; what came of it is not looked at within them. */
export function cleanByBatch(room: NetworkRoom, stale: readonly RouteWords[]): Promise<number> {
  const lines = stale.map((words) => `route del ${words.join(" ")}`);
  return timed([...room.enter, "/usr/sbin/ip", "-batch", listIn(room, lines)]);
}

/** Milliseconds that a loop of `ip route del` in a shell takes; what came of it is not looked at within them. */
export function cleanByLoop(room: NetworkRoom, stale: readonly RouteWords[]): Promise<number> {
  const lines = stale.map((words) => words.join(" "));
  return timed([...room.enter, "/bin/sh", LOOP, listIn(room, lines)]);
}

async function timed(command: readonly string[]): Promise<number> {
  const begun = performance.now();
  await mustRun(command, { deadlineMs: ANSWER_MILLISECONDS });
  return performance.now() - begun;
}

/** A file beside the room's journal, which goes with the room. */
function listIn({ stateDirectory }: NetworkRoom, lines: readonly string[]): string {
  const path = `${stateDirectory}.list`;
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return path;
}
