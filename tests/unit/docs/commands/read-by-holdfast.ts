import { thisMachine } from "../../../../electron/cli/machine.ts";
import { createProgram } from "../../../../electron/cli/program.ts";
import { processTerminal } from "../../../../electron/cli/terminal.ts";
import { CommanderError } from "commander";
import type { Command } from "commander";
import { cliTranslator } from "../../../support/cli-translator.ts";

/** The words of a command line behind the program's name; null when it is not Holdfast that is called. */
export function wordsForHoldfast(line: string): string[] | null {
  const [, words] = /^(?:sudo )?(?:npx )?holdfast (.+)$/.exec(line) ?? [];
  return words?.split(/\s+/) ?? null;
}

/** Reads a command line as the program does, but does nothing. Throws what it would say about wrong usage. */
export async function readByHoldfast(words: readonly string[]): Promise<void> {
  const context = {
    terminal: processTerminal(),
    machine: thisMachine(),
    language: "en",
    t: cliTranslator("en"),
  } as const;
  const program = createProgram(context, () => undefined);
  silence(program);
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    // So it ends after it has shown help or the version.
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
  }
}

function silence(command: Command): void {
  for (const below of command.commands) silence(below);
  command.configureOutput({ writeOut: () => undefined });
  if (command.commands.length === 0) return void command.action(() => undefined);
  command.action(() => {
    throw new Error(`no command is called ${command.args.join(" ")}`);
  });
}
