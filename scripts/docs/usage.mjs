// @ts-check

/**
 * @typedef {import("./program-description.mjs").CommandDescription} CommandDescription
 * @typedef {import("./program-description.mjs").OptionDescription} OptionDescription
 */

/** The options that every command has; they are told once. */
const COMMON = ["--lang", "--help"];

/**
 * @param {CommandDescription} command
 * @returns {OptionDescription[]} the options that are its own
 */
export const ownOptions = ({ options }) => options.filter(({ names }) => !names.some((name) => COMMON.includes(name)));

/**
 * @param {CommandDescription} command
 * @returns {OptionDescription[]} the options that every command has
 */
export const commonOptions = ({ options }) =>
  options.filter(({ names }) => names.some((name) => COMMON.includes(name)));

/**
 * How a command is called, in the notation of manuals: `holdfast routes [ADDRESS] [--json]`.
 *
 * @param {CommandDescription} command
 */
export function usageOf(command) {
  const words = ["holdfast", ...command.words];
  const args = command.args.map(({ name, isRequired }) => (isRequired ? placeholder(name) : `[${placeholder(name)}]`));
  return [...words, ...args, ...ownOptions(command).map((option) => `[${signatureOf(option)}]`)].join(" ");
}

/**
 * An option with its value: `--only FINDING…`.
 *
 * @param {OptionDescription} option
 */
export function signatureOf({ names, value }) {
  const last = names.at(-1) ?? "";
  if (value === null) return last;
  return `${last} ${placeholder(value.name)}${value.isList ? "…" : ""}`;
}

/** @param {string} name */
const placeholder = (name) => name.toUpperCase();
