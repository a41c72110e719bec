import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { Tool } from "../command-line.ts";
import { COMMAND_ENVIRONMENT } from "../run-command.ts";

/** A running `ip -batch -`: starting one takes longer than twenty of its answers. */
export interface IpSession {
  /** Asks constant questions, e.g. `route show table all`; one line of JSON for each. Rejects when it ended or is silent. */
  ask(questions: readonly string[]): Promise<string[]>;
  end(): void;
}

type Program = ChildProcessByStdio<Writable, Readable, null>;

/** A large table takes its time; beyond this it hangs. */
const SILENCE_MILLISECONDS = 10_000;
const LINE_FEED = 0x0a;

/**
 * A session with these options, e.g. `-4 -j`; with `-j` every answer is one line. It is started at the first question,
 * and again at the first one after it ended, and ends with this program, when its input is closed.
 */
export function ipSession(ip: Tool, options: readonly string[]): IpSession {
  let running: Program | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const askNow = async (questions: readonly string[]): Promise<string[]> => {
    const program = running ?? start(ip, options);
    running = program;
    try {
      return await answersOf(program, questions);
    } catch (error) {
      running = null;
      program.kill("SIGKILL");
      throw error;
    }
  };
  return {
    // One answer at a time: the answers do not say what they answer.
    ask(questions) {
      const ask = () => askNow(questions);
      const turn = last.then(ask, ask);
      last = turn;
      return turn;
    },
    end() {
      running?.kill("SIGKILL");
      running = null;
    },
  };
}

function start(ip: Tool, options: readonly string[]): Program {
  const words = [...(ip.arguments ?? []), ...options, "-batch", "-"];
  const program = spawn(ip.path, words, { env: COMMAND_ENVIRONMENT, cwd: "/", stdio: ["pipe", "pipe", "ignore"] });
  // That it has ended is noticed by the lack of an answer; without a listener these would end this program, too.
  program.on("error", () => program.stdout.destroy());
  program.stdin.on("error", () => program.stdout.destroy());
  return program;
}

function answersOf(program: Program, questions: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let lines = 0;
    const settle = (end: () => void) => {
      clearTimeout(timer);
      program.stdout.off("data", onData).off("close", onClose);
      end();
    };
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      for (const byte of chunk) if (byte === LINE_FEED) lines += 1;
      if (lines < questions.length) return;
      settle(() => resolve(Buffer.concat(chunks).toString("utf8").split("\n").slice(0, questions.length)));
    };
    const onClose = () => settle(() => reject(new Error("ip ended")));
    const timer = setTimeout(() => settle(() => reject(new Error("ip is silent"))), SILENCE_MILLISECONDS);
    program.stdout.on("data", onData).on("close", onClose);
    program.stdin.write(questions.map((question) => `${question}\n`).join(""));
  });
}
