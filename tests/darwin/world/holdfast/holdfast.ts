import { join } from "node:path";
import pico from "picocolors";
import type { Machine } from "../../../../electron/cli/machine.ts";
import { recordLooks } from "../../../../electron/cli/record-looks.ts";
import type { LookRecorder } from "../../../../electron/cli/record-looks.ts";
import { runCli } from "../../../../electron/cli/run.ts";
import type { Terminal } from "../../../../electron/cli/terminal.ts";
import { connectHelper } from "../../../../electron/helper-client/connect-helper.ts";
import { readDarwinBootId } from "../../../../electron/observe/boot-id.ts";
import { openMemory } from "../../../../electron/observe/kept/memory.ts";
import { snapshotOf } from "../../../../shared/capture/snapshot-of.ts";
import type { KeepAliveReport } from "../../../../shared/contract/keep-alive.ts";
import type { Assessment } from "../../../../shared/health/finding.ts";
import type { Mac } from "../mac.ts";
import { helperInProcess } from "./helper-in-process.ts";
import { observerOf } from "./observe.ts";

/** What a command line gave. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The `holdfast` command on a Mac. */
export interface Holdfast {
  /** Runs one command line, in English unless it asks for another language. */
  run(...words: readonly string[]): Promise<Outcome>;
  /** Runs one command line and answers its question: `answer` is called while the program waits. */
  runAnd(answer: () => string, ...words: readonly string[]): Promise<Outcome>;
  /** One look of a watch in the background, as the app or `holdfast watch` take one: what it teaches is kept. */
  watches(): Promise<Assessment>;
  /** The helper keeps VPNs alive from now on. */
  guards(): Promise<Guard>;
}

/** A helper that keeps the VPNs of a Mac alive. */
export interface Guard {
  /** What it has reported so far. */
  readonly reports: readonly KeepAliveReport[];
  end(): Promise<void>;
}

/** The real command line, whose machine is this Mac. `helper` is the path of the helper for it, null to run it in this process. */
export function holdfastOn(mac: Mac, helper: string | null): Holdfast {
  const machine: Machine = {
    observer: observerOf(mac),
    bootId: () => readDarwinBootId({ path: join(mac.root, "usr/sbin/sysctl") }),
    openMemory: (boot, options) => openMemory(join(mac.root, "memory"), boot, options),
    connectHelper: () => (helper === null ? helperInProcess(mac) : helperAsChild(mac, helper)),
  };
  let recorder: LookRecorder | null = null;
  const runAnd: Holdfast["runAnd"] = async (answer, ...words) => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal: Terminal = {
      print: (text) => void out.push(`${text}\n`),
      async printStream(pieces) {
        for await (const piece of pieces) out.push(piece);
      },
      complain: (text) => void err.push(`${text}\n`),
      repaint: (text) => void out.push(`${text}\n`),
      isAttended: true,
      async ask(question) {
        err.push(question);
        return answer();
      },
      colors: pico.createColors(false),
    };
    const code = await runCli(words.includes("--lang") ? words : [...words, "--lang", "en"], terminal, machine);
    return { code, out: out.join(""), err: err.join("") };
  };
  return {
    runAnd,
    async watches() {
      recorder ??= recordLooks(machine.openMemory(await machine.bootId(), KEPT));
      const { snapshot } = snapshotOf(await machine.observer.capture());
      const { assessment } = recorder.look(snapshot, false);
      // Written at once, so that the next command knows it.
      recorder.stop();
      return assessment;
    },
    async guards() {
      const reports: KeepAliveReport[] = [];
      const connection = await machine.connectHelper();
      const ended = connection.keepAlive((report) => reports.push(report)).catch((error: unknown) => error);
      return {
        reports,
        async end() {
          await connection.close();
          await ended;
        },
      };
    },
    run: (...words) =>
      runAnd(
        () => {
          throw new Error(`holdfast ${words.join(" ")} asked a question`);
        },
        ...words,
      ),
  };
}

const KEPT = {
  unusable: "set-aside",
  onProblem(detail: string): never {
    throw new Error(`the memory could not be used: ${detail}`);
  },
} as const;

function helperAsChild({ root }: Mac, helper: string) {
  return connectHelper({ mode: "child", node: process.execPath, helper, stateDirectory: join(root, "state") });
}
