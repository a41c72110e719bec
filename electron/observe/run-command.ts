import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { CaptureFile } from "../../shared/capture/capture.ts";
import { TABLE_LIMITS } from "../../shared/capture/table-limits.ts";
import { codedText } from "../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";
import type { CommandLine } from "./command-line.ts";

/** Text of an output, or why there is none. */
export type Content = CaptureFile["content"];

/** The whole environment of every command: the C locale, so that no output is translated, and a fixed path. */
export const COMMAND_ENVIRONMENT = { LC_ALL: "C", PATH: "/usr/bin:/bin:/usr/sbin:/sbin" } as const;

const MAX_ERROR_BYTES = 4_096;

export interface RunLimits {
  readonly signal?: AbortSignal;
  /** Milliseconds after which the command is killed; 5,000 when left out. */
  readonly timeout?: number;
  /** Bytes of output after which it is killed; 16 MiB when left out. */
  readonly maxBytes?: number;
}

/** What a routing table may take that has more rows than the whole internet. */
export const TABLE_RUN_LIMITS = { timeout: 30_000, maxBytes: TABLE_LIMITS.bytes } as const satisfies RunLimits;

/**
 * Runs one command without a shell and reads its standard output as UTF-8. Never throws: what goes wrong is the reason
 * of an unread content: `tool-missing`, `not-permitted`, `timed-out`, `unreadable` (detail `too-large`), or
 * `command-failed` with `status` and the first line of the error output as `detail`.
 */
export function runCommand(command: CommandLine, limits: RunLimits = {}): Promise<Content> {
  const { signal, timeout = 5_000, maxBytes = 16 * 2 ** 20 } = limits;
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve(unread("command-failed", { detail: "aborted" }));
    const child = start(command);
    if (child instanceof Error) return resolve({ read: false, reason: reasonOf(child) });
    const settle = (content: Content) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(content);
    };
    // Settles at once: a program that hangs in the kernel cannot even be killed.
    const stop = (code: string, args: CodedText["args"]) => {
      settle(unread(code, args));
      child.kill("SIGKILL");
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      child.unref();
    };
    const onAbort = () => stop("command-failed", { detail: "aborted" });
    const timer = setTimeout(() => stop("timed-out", { milliseconds: timeout }), timeout);
    const output = collect(child.stdout, maxBytes, () => stop("unreadable", { line: 0, detail: "too-large" }));
    const errors = collect(child.stderr, MAX_ERROR_BYTES, () => undefined);
    signal?.addEventListener("abort", onAbort, { once: true });
    child.on("error", (error) => settle({ read: false, reason: reasonOf(error) }));
    child.on("close", (status) => settle(resultOf(command, status, output(), errors())));
    feed(child, command.input ?? "");
  });
}

// Most failures to start arrive as an event, but some (too many processes, no memory) are thrown.
function start(command: CommandLine): ChildProcessWithoutNullStreams | Error {
  try {
    return spawn(command.path, command.arguments, { env: COMMAND_ENVIRONMENT, cwd: "/", stdio: "pipe" });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function resultOf(command: CommandLine, status: number | null, output: string, errors: string): Content {
  const isAnswer = status === 0 || (command.mayFail === true && (output !== "" || errors === ""));
  if (isAnswer) return { read: true, text: output };
  return unread("command-failed", { status: status ?? -1, detail: errors.split("\n")[0]?.slice(0, 200) ?? "" });
}

/** The reason for an error of the operating system: `tool-missing`, `not-permitted`, else `command-failed`. */
function reasonOf(error: Error): CodedText {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return codedText("tool-missing");
  if (code === "EACCES" || code === "EPERM") return codedText("not-permitted");
  return codedText("command-failed", { detail: code });
}

function unread(code: string, args: CodedText["args"]): Content {
  return { read: false, reason: codedText(code, args) };
}

function collect(stream: NodeJS.ReadableStream, maxBytes: number, onOverflow: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) onOverflow();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString("utf8");
}

// A command that ends without reading its input closes the pipe; that is its own business, its status tells the rest.
function feed(child: ChildProcessWithoutNullStreams, input: string): void {
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
}
