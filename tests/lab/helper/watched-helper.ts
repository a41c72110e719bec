import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import * as v from "valibot";
import type { BuiltProgram } from "./helper-bundle.ts";
import type { NetworkRoom } from "./network-room.ts";

/**
 * Runs in the helper's process before the helper. Every way in which Node starts a program or opens a socket goes through
 * these few functions of its core, below anything that a module could replace; what they were given, and the greatest
 * memory that the kernel has seen, is written to descriptor 3 in the end.
 */
const PROBE = `
const { readFileSync, writeSync } = require("node:fs");
const programs = [];
const sockets = [];
function watch(owner, name, note) {
  const inner = owner[name];
  owner[name] = function (...words) { note(words); return inner.apply(this, words); };
}
const started = ([{ file, args, envPairs }]) => programs.push({ file, args: args.slice(1), env: envPairs });
watch(process.binding("process_wrap").Process.prototype, "spawn", started);
watch(process.binding("spawn_sync"), "spawn", started);
const { TCP } = process.binding("tcp_wrap");
const { UDP } = process.binding("udp_wrap");
for (const [kind, name] of [[TCP, "bind"], [TCP, "bind6"], [TCP, "listen"], [TCP, "connect"], [TCP, "connect6"], [TCP, "open"],
  [UDP, "bind"], [UDP, "bind6"], [UDP, "send"], [UDP, "send6"], [UDP, "connect"], [UDP, "connect6"], [UDP, "open"]]) {
  watch(kind.prototype, name, () => sockets.push(kind.name + "." + name));
}
process.on("exit", () => {
  const peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]) / 1024;
  writeSync(3, JSON.stringify({ programs, sockets, peak }));
});
`;

const Seen = v.object({
  programs: v.array(v.object({ file: v.string(), args: v.array(v.string()), env: v.array(v.string()) })),
  sockets: v.array(v.string()),
  /** MiB. */
  peak: v.number(),
});
/** What a helper did below the level of its own code. */
export type Seen = v.InferOutput<typeof Seen>;

/** A running helper that is watched from below. */
export interface WatchedHelper {
  readonly child: ChildProcess;
  readonly input: Writable;
  readonly output: Readable;
  /** When it has ended: all that it answered and logged, and what was seen. Throws when it was killed before it could say so. */
  ended(): Promise<{
    readonly answers: string;
    readonly log: string;
    readonly status: number | null;
    readonly seen: Seen;
  }>;
}

/** Starts the built helper in the room as a child of root, with a probe in front of it. */
export function startWatched(room: NetworkRoom, helper: BuiltProgram): WatchedHelper {
  const { stateDirectory } = room;
  const probe = join(dirname(helper.path), "probe.cjs");
  // Once: another helper may be about to read it.
  if (!existsSync(probe)) writeFileSync(probe, PROBE);
  const command = [process.execPath, "--require", probe, helper.path, "--child", `--state-directory=${stateDirectory}`];
  const [enter = "", ...inside] = [...room.enter, ...command];
  const child = spawn(enter, inside, { env: {}, cwd: "/", stdio: ["pipe", "pipe", "pipe", "pipe"] });
  const { stdin: input, stdout: output, stderr: errors } = child;
  const report = child.stdio[3] as Readable;
  // A helper that has ended takes no more, and that is what some tests want.
  input.on("error", () => undefined);
  const texts = [output, errors, report].map(textOf);
  const status = new Promise<number | null>((settle) => child.on("close", settle));
  return {
    child,
    input,
    output,
    async ended() {
      const ending = await status;
      const [answers = "", log = "", told = ""] = texts.map((text) => text());
      if (told === "") throw new Error(`the helper was killed: ${String(ending)} ${log}`);
      return { answers, log, status: ending, seen: v.parse(Seen, JSON.parse(told)) };
    },
  };
}

function textOf(stream: Readable): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
