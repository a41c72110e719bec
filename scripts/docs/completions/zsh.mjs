// @ts-check
import { everyCommand, MADE_BY, quoted } from "./every-command.mjs";

/**
 * @typedef {import("../program-description.mjs").CommandDescription} CommandDescription
 * @typedef {import("../program-description.mjs").OptionDescription} OptionDescription
 * @typedef {import("../program-description.mjs").Values} Values
 */

/** How zsh looks up what stands for a value. */
const LOOK_UP = /** @type {const} */ ({ folder: "_files -/", file: "_files", host: "_hosts", user: "_users" });

/**
 * The completion for zsh: one function for each command, as `_arguments` wants it.
 *
 * @param {CommandDescription} program
 * @returns {string} source text
 */
export function zshCompletion(program) {
  return `#compdef holdfast
# ${MADE_BY}

${everyCommand(program)
  .map((command) => (command.commands.length > 0 ? chooser(command) : leaf(command)))
  .join("\n\n")}

_holdfast "$@"
`;
}

/** @param {readonly string[]} words */
const functionOf = (words) => ["_holdfast", ...words].join("_");

/** A command that only leads to those below it. @param {CommandDescription} command */
function chooser(command) {
  const { words, commands } = command;
  const described = commands.map((below) => quoted(`${below.words.at(-1)}:${below.text.replaceAll(":", "\\:")}`));
  const cases = commands.map((below) => `        ${below.words.at(-1)}) ${functionOf(below.words)} ;;`);
  return `${functionOf(words)}() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
    ${described.join("\n    ")}
  )
  _arguments -C \\
${specs(command, ["'1: :->command'", "'*:: :->rest'"])}
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $line[1] in
${cases.join("\n")}
      esac
      ;;
  esac
}`;
}

/** @param {CommandDescription} command */
function leaf(command) {
  const args = command.args.map(({ name, isRequired, values }, index) =>
    quoted(`${index + 1}:${isRequired ? "" : ":"}${name}:${actionOf(values)}`),
  );
  return `${functionOf(command.words)}() {
  _arguments \\
${specs(command, args)}
}`;
}

/**
 * @param {CommandDescription} command
 * @param {readonly string[]} places what stands where
 */
const specs = ({ options }, places) =>
  [...options.flatMap(optionSpecs), ...places].map((spec) => `    ${spec}`).join(" \\\n");

/** @param {OptionDescription} option */
function optionSpecs({ names, text, value }) {
  const said = `[${text.replaceAll(/[[\]:]/g, "\\$&")}]`;
  const taken = value === null ? "" : `:${value.name}:${actionOf(value.values)}`;
  // A list goes on until the next option.
  const list = value?.isList === true ? `:*-*${taken}` : taken;
  const others = names.length > 1 ? `(${names.join(" ")})` : "";
  return names.map((name) => quoted(`${others}${name}${said}${list}`));
}

/** @param {Values} values */
function actionOf(values) {
  if (values.of === "words") return `(${values.words.join(" ")})`;
  return values.of === "text" ? " " : LOOK_UP[values.of];
}
