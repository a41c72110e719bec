// @ts-check
import { commandsThatDo } from "./program-description.mjs";
import { exitCodes } from "./exit-codes.mjs";
import { markdownTable, sentence } from "./markdown.mjs";
import { commonOptions, ownOptions, signatureOf, usageOf } from "./usage.mjs";

/**
 * @typedef {import("./program-description.mjs").CommandDescription} CommandDescription
 * @typedef {import("./program-description.mjs").OptionDescription} OptionDescription
 */

const INTRODUCTION = `# Reference of the command line

Made from the program by \`npm run docs\`; do not change it by hand. [cli.md](cli.md) explains the commands that need more words, and the
formats of what they print. \`holdfast COMMAND --help\` prints the same for one command, in English or Chinese.
In a source folder write \`npx holdfast\` for \`holdfast\`.`;

/**
 * Every command with its arguments and options, and the exit codes.
 *
 * @param {CommandDescription} program
 * @returns {string} Markdown
 */
export function cliReference(program) {
  const commands = commandsThatDo(program);
  const common = commands[0] === undefined ? [] : commonOptions(commands[0]);
  return `${[
    INTRODUCTION,
    "## Commands",
    ...commands.map(section),
    "## Options of every command",
    optionTable(common),
    `\`holdfast ${(program.options[0]?.names ?? []).join("`, `holdfast ")}\`: the version.`,
    "## Exit codes",
    markdownTable(
      ["code", "meaning"],
      exitCodes.map(({ code, meaning }) => [String(code), sentence(meaning)]),
    ),
  ].join("\n\n")}\n`;
}

/** @param {CommandDescription} command */
function section(command) {
  const own = ownOptions(command);
  const usage = `\`\`\`text\n${usageOf(command)}\n\`\`\``;
  const parts = [`### ${command.words.join(" ")}`, usage, sentence(command.text)];
  return [...parts, ...(own.length === 0 ? [] : [optionTable(own)])].join("\n\n");
}

/** @param {readonly OptionDescription[]} options */
function optionTable(options) {
  return markdownTable(
    ["option", "what it does"],
    options.map((option) => [`\`${namesOf(option)}\``, `${sentence(option.text)}${choicesOf(option)}`]),
  );
}

/** @param {OptionDescription} option */
const namesOf = (option) => [...option.names.slice(0, -1), signatureOf(option)].join(", ");

/** @param {OptionDescription} option */
function choicesOf({ value }) {
  return value?.values.of === "words" && value.name === "language" ? ` One of ${codes(value.values.words)}.` : "";
}

/** @param {readonly string[]} words */
const codes = (words) => words.map((word) => `\`${word}\``).join(", ");
