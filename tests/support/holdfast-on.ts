import picocolors from "picocolors";
import { createProgram } from "../../electron/cli/program.ts";
import type { CliContext } from "../../electron/cli/context.ts";
import type { Machine } from "../../electron/cli/machine.ts";
import type { Memory } from "../../electron/observe/kept/memory.ts";
import { runCli } from "../../electron/cli/run.ts";
import type { Terminal } from "../../electron/cli/terminal.ts";
import type { Language } from "../../shared/contract/settings.ts";
import { recordedCapture } from "../captures/recorded-captures.ts";
import { NO_MEMORY } from "./no-memory.ts";
import { cliTranslator } from "./cli-translator.ts";

/** What a command printed, without colours, and its exit code. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `holdfast` with these words on a machine as it was recorded (`05-third-state-stale-pin`), with what it is given to remember and somebody who answers so, else nobody. */
export async function holdfastOn(
  recorded: string | { readonly name: string; readonly memory?: Memory; readonly answer?: string },
  ...words: string[]
): Promise<Printed> {
  const { name, memory = NO_MEMORY, answer = null } = typeof recorded === "string" ? { name: recorded } : recorded;
  const { terminal, printed } = listeningTerminal(answer);
  const machine = { ...recordedMachine(name), openMemory: () => memory };
  const code = await runCli(words, terminal, machine);
  return { code, ...printed() };
}

/** The same, with an error for a text that does not exist; without the option `--lang` and the treatment of wrong usage. */
export async function strictHoldfastOn(name: string, language: Language, ...words: string[]): Promise<Printed> {
  const { terminal, printed } = listeningTerminal(null);
  const context: CliContext = { terminal, machine: recordedMachine(name), language, t: cliTranslator(language) };
  let code = -1;
  await createProgram(context, (exitCode) => (code = exitCode)).parseAsync(words, { from: "user" });
  return { code, ...printed() };
}

/** With an answer somebody is there, who gives it to every question. */
function listeningTerminal(answer: string | null): { terminal: Terminal; printed: () => { out: string; err: string } } {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    print: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    repaint: (text) => void out.push(text),
    printStream: async (lines) => {
      for await (const line of lines) out.push(line);
    },
    isAttended: answer !== null,
    ask: (question) => {
      err.push(question);
      return Promise.resolve(answer);
    },
    colors: picocolors.createColors(false),
  };
  return { terminal, printed: () => ({ out: out.join("\n"), err: err.join("\n") }) };
}

/** A machine that looks as it was recorded, that nobody repairs. */
function recordedMachine(name: string): Machine {
  const { capture } = recordedCapture(name);
  return {
    observer: {
      capture: () => Promise.resolve(capture),
      changes: () => {
        throw new Error("a recorded machine does not change");
      },
      setPace: () => undefined,
      hint: () => undefined,
    },
    bootId: () => Promise.resolve("recorded"),
    openMemory: () => NO_MEMORY,
    connectHelper: () => Promise.reject(new Error("a recorded machine has no helper")),
  };
}
