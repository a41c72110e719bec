import { CommanderError } from "commander";
import { CLI_TEXTS } from "../../shared/locales/cli-texts.ts";
import { Language } from "../../shared/contract/settings.ts";
import { createTranslator } from "../../shared/locales/i18n.ts";
import * as v from "valibot";
import { CliFailure } from "./cli-failure.ts";
import type { CliContext } from "./context.ts";
import type { Machine } from "./machine.ts";
import { EXIT } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { cliLanguage } from "./language.ts";
import { createProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command line (without `node` and the script) about a machine and gives its exit code. Never throws: what fails is one line on stderr. */
export async function runCli(words: readonly string[], terminal: Terminal, machine: Machine): Promise<ExitCode> {
  const language = cliLanguage(askedLanguage(words), process.env);
  const context: CliContext = { terminal, machine, language, t: createTranslator(language, CLI_TEXTS) };
  let exitCode: ExitCode = EXIT.fine;
  const program = createProgram(context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    return explainFailure(error, context);
  }
}

function askedLanguage(words: readonly string[]): Language | undefined {
  const index = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const value = words[index]?.startsWith("--lang=") === true ? words[index]?.slice("--lang=".length) : words[index + 1];
  return index >= 0 && v.is(Language, value) ? value : undefined;
}

function explainFailure(error: unknown, { terminal, t }: CliContext): ExitCode {
  if (error instanceof CliFailure) {
    terminal.complain(t(error.key, error.args));
    return error.exitCode;
  }
  if (error instanceof CommanderError) {
    // Help and version were printed already.
    if (error.exitCode === 0) return EXIT.fine;
    terminal.complain(t(usageKey(error), { detail: quotedIn(error.message) }));
    return EXIT.usage;
  }
  terminal.complain(t("cli:internal", { detail: error instanceof Error ? error.message : String(error) }));
  return EXIT.problems;
}

const USAGE_KEYS: Readonly<Record<string, string>> = {
  "commander.unknownOption": "cli:usage.unknown-option",
  "commander.unknownCommand": "cli:usage.unknown-command",
  "commander.missingArgument": "cli:usage.missing-argument",
  "commander.optionMissingArgument": "cli:usage.missing-value",
  "commander.excessArguments": "cli:usage.too-many",
  "commander.invalidArgument": "cli:usage.bad-value",
};

function usageKey(error: CommanderError): string {
  return USAGE_KEYS[error.code] ?? "cli:usage.other";
}

/** The word that commander's English message quotes. */
function quotedIn(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? message;
}
