import { spawn } from "node:child_process";
import type { ToolResult } from "../host.ts";
import { Refusal } from "../refusal.ts";
import { findTool } from "./find-tool.ts";

const TIME_MILLISECONDS = 5_000;
const OUTPUT_BYTES = 8 * 1024 * 1024;
const ENVIRONMENT = { LC_ALL: "C", PATH: "/usr/sbin:/usr/bin:/sbin:/bin" };
/** The only words of a command that may begin with a hyphen; whatever else does so came from outside. */
const OPTIONS = new Set([
  "-4",
  "-6",
  "-j",
  "-n",
  "-host",
  "-net",
  "-inet6",
  "-interface",
  "-ifscope",
  "-rnl",
  "-rn",
  "-f",
  "-a",
  "-K",
  "-t",
]);

/**
 * Runs one tool by its checked path, without a shell, with a fixed environment. `lock` is inherited as descriptor 3:
 * should the helper be killed, the lock lasts until the tool has ended too. `find` gives the program for a usual path.
 * Throws Refusal `tool_missing`, `tool_failed`.
 */
export function runTool(
  [usual = "", ...words]: readonly string[],
  lock: number | null,
  find: (usual: string) => string = findTool,
): Promise<ToolResult> {
  const path = find(usual);
  if (words.some((word) => word.startsWith("-") && !OPTIONS.has(word))) throw new Refusal("too_risky");
  return runProgram(path, words, { input: null, lock });
}

/** What a program inherits: what it reads as its input, and the lock. Descriptors; null for none. */
interface Inherited {
  readonly input: number | null;
  readonly lock: number | null;
}

/** Runs a program whose path and words were checked. Throws Refusal `tool_failed`. */
export function runProgram(path: string, words: readonly string[], { input, lock }: Inherited): Promise<ToolResult> {
  return new Promise((settle, refuse) => {
    const stdio = [input ?? "ignore", "pipe", "ignore", ...(lock === null ? [] : [lock])] as const;
    const child = spawn(path, words, { shell: false, env: ENVIRONMENT, cwd: "/", stdio: [...stdio] });
    const timer = setTimeout(() => child.kill("SIGKILL"), TIME_MILLISECONDS);
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= OUTPUT_BYTES) chunks.push(chunk);
      else child.kill("SIGKILL");
    });
    child.on("error", () => {
      clearTimeout(timer);
      refuse(new Refusal("tool_failed"));
    });
    child.on("close", (status) => {
      clearTimeout(timer);
      if (status === null) refuse(new Refusal("tool_failed"));
      else settle({ status, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
