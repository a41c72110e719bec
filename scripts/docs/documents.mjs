// @ts-check
import { thisMachine } from "../../electron/cli/machine.ts";
import { createProgram } from "../../electron/cli/program.ts";
import { processTerminal } from "../../electron/cli/terminal.ts";
import { glossaryTerms } from "../../shared/explain/glossary.ts";
import { CATALOGUE } from "../../shared/health/catalogue.ts";
import { CLI_TEXTS } from "../../shared/locales/cli-texts.ts";
import { createTranslator } from "../../shared/locales/i18n.ts";
import { cliReference } from "./cli-reference.mjs";
import { bashCompletion } from "./completions/bash.mjs";
import { fishCompletion } from "./completions/fish.mjs";
import { zshCompletion } from "./completions/zsh.mjs";
import { findingsPage } from "./findings/findings-page.mjs";
import { manPage } from "./man-page.mjs";
import { describeProgram } from "./program-description.mjs";

/** What a value of some name can be: a shell offers these. */
const WORDS = { finding: CATALOGUE.map(({ id }) => id), word: glossaryTerms };

/** The program `holdfast` as data, in English. */
export function holdfastProgram() {
  const context = /** @type {const} */ ({
    terminal: processTerminal(),
    machine: thisMachine(),
    language: "en",
    t: createTranslator("en", CLI_TEXTS),
  });
  return describeProgram(
    createProgram(context, () => undefined),
    WORDS,
  );
}

/**
 * All documents that are made from the program, its catalogue and its texts.
 *
 * @returns {{ path: string, text: string }[]} paths relative to the project
 */
export function documents() {
  const program = holdfastProgram();
  return [
    { path: "docs/cli-reference.md", text: cliReference(program) },
    { path: "docs/findings.md", text: findingsPage("en") },
    { path: "docs/findings.zh-CN.md", text: findingsPage("zh-CN") },
    { path: "build/linux/holdfast.1", text: manPage(program, __VERSION__) },
    { path: "build/linux/completions/holdfast.bash", text: bashCompletion(program) },
    { path: "build/linux/completions/_holdfast", text: zshCompletion(program) },
    { path: "build/linux/completions/holdfast.fish", text: fishCompletion(program) },
  ];
}
