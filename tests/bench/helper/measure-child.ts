import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { helperCommand } from "../../../electron/helper-client/helper-command.ts";
import { startProgram } from "../../lab/room/start-program.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";
import { HELLO, PLAN } from "../../lab/systemd/helper-machine.ts";
import { firstAnswerOf, peakOf } from "./first-answer.ts";
import type { FirstAnswer } from "./first-answer.ts";

/** Starts a helper so many times as the command line program does for root, with a journal of its own. */
export async function measureChild(count: number): Promise<FirstAnswer> {
  const stateDirectory = mkdtempSync("/run/holdfast-bench-");
  const helper = join(process.cwd(), "out/helper/helper.cjs");
  const [program = "", ...words] = helperCommand("child", { node: process.execPath, helper, stateDirectory });
  const start = () => startProgram([program, ...words], { stdio: ["pipe", "pipe", "ignore"], env: {} });
  try {
    const times: number[] = [];
    for (let one = 0; one < count; one++) times.push(await firstAnswer(start));
    return firstAnswerOf(times, await memory(start));
  } finally {
    rmSync(stateDirectory, { recursive: true, force: true });
  }
}

type Start = () => ReturnType<typeof startProgram>;

async function firstAnswer(start: Start): Promise<number> {
  const begun = performance.now();
  const child = start();
  const ended = once(child, "close");
  child.stdin?.write(HELLO);
  if (child.stdout === null) throw new Error("no output");
  await once(child.stdout, "data");
  const time = performance.now() - begun;
  child.stdin?.end();
  await ended;
  return time;
}

async function memory(start: Start): Promise<number> {
  const child = start();
  const ended = once(child, "close");
  let answers = "";
  child.stdout?.setEncoding("utf8").on("data", (part: string) => (answers += part));
  child.stdin?.write(HELLO + PLAN);
  await waitUntil("it has planned", 20_000, () => answers.split("\n").length > 2);
  const peak = peakOf(readFileSync(`/proc/${child.pid}/status`, "utf8"));
  child.stdin?.end();
  await ended;
  return peak;
}
