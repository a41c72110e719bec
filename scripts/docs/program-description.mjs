// @ts-check

/**
 * What can stand in the place of a value: one of some words, or something that a shell can look up.
 *
 * @typedef {{ of: "words", words: readonly string[] } | { of: "folder" | "file" | "host" | "user" } | { of: "text" }} Values
 */

/**
 * @typedef {object} ArgumentDescription
 * @property {string} name as people see it, such as `address`
 * @property {boolean} isRequired
 * @property {Values} values
 */

/**
 * @typedef {object} OptionDescription
 * @property {readonly string[]} names `-h`, `--help`
 * @property {string} text
 * @property {{ name: string, isList: boolean, values: Values } | null} value null for a switch
 */

/**
 * @typedef {object} CommandDescription
 * @property {readonly string[]} words that call it: `["helper", "install"]`; none for the program itself
 * @property {string} text
 * @property {readonly ArgumentDescription[]} args
 * @property {readonly OptionDescription[]} options in the order in which help lists them
 * @property {readonly CommandDescription[]} commands below it
 */

/**
 * Describes a program as data, for everything that is made from it: reference, man page, completions.
 *
 * @param {import("commander").Command} program
 * @param {Readonly<Record<string, readonly string[]>>} words that a value of some name can be: `finding` → all findings
 * @returns {CommandDescription}
 */
export function describeProgram(program, words) {
  return describeCommand(program, [], words);
}

/**
 * @param {CommandDescription} command
 * @returns {readonly CommandDescription[]} those below it, at any depth, that do something by themselves
 */
export function commandsThatDo({ commands }) {
  return commands.flatMap((command) => (command.commands.length === 0 ? [command] : commandsThatDo(command)));
}

/**
 * @param {import("commander").Command} command
 * @param {readonly string[]} words
 * @param {Readonly<Record<string, readonly string[]>>} known
 * @returns {CommandDescription}
 */
function describeCommand(command, words, known) {
  const help = command.createHelp();
  return {
    words,
    text: command.description(),
    args: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      isRequired: argument.required,
      values: valuesOf(argument.name(), argument.argChoices, known),
    })),
    options: help.visibleOptions(command).map((option) => describeOption(option, known)),
    commands: help.visibleCommands(command).map((below) => describeCommand(below, [...words, below.name()], known)),
  };
}

/**
 * @param {import("commander").Option} option
 * @param {Readonly<Record<string, readonly string[]>>} known
 * @returns {OptionDescription}
 */
function describeOption(option, known) {
  const name = /[<[]([^\]>.]+)/.exec(option.flags)?.[1];
  const value =
    name === undefined ? null : { name, isList: option.variadic, values: valuesOf(name, option.argChoices, known) };
  const names = [option.short, option.long].filter((one) => one !== undefined && one !== null);
  return { names, text: option.description, value };
}

/** What a shell can look up, by the names that the program gives to its values. */
const LOOKED_UP = /** @type {const} */ ({ folder: "folder", file: "file", server: "host", name: "user" });

/**
 * @param {string} name
 * @param {readonly string[] | undefined} choices
 * @param {Readonly<Record<string, readonly string[]>>} known
 * @returns {Values}
 */
function valuesOf(name, choices, known) {
  const words = choices ?? known[name];
  if (words !== undefined) return { of: "words", words };
  const of = Object.entries(LOOKED_UP).find(([one]) => one === name)?.[1];
  return { of: of ?? "text" };
}
