// @ts-check
import { everyCommand, MADE_BY, quoted } from "./every-command.mjs";

/**
 * @typedef {import("../program-description.mjs").CommandDescription} CommandDescription
 * @typedef {import("../program-description.mjs").Values} Values
 */

/** How bash looks up what stands for a value. */
const LOOK_UP = /** @type {const} */ ({ folder: "-d", file: "-f", host: "-A hostname", user: "-u" });

/**
 * The completion for bash, without anything that the package bash-completion brings. It walks through the words before the
 * one at the cursor: which command they call, how many arguments they give, and whether a value is due.
 *
 * @param {CommandDescription} program
 * @returns {string} source text
 */
export function bashCompletion(program) {
  const commands = everyCommand(program);
  return `# ${MADE_BY}

_holdfast() {
  local current=\${COMP_WORDS[COMP_CWORD]} called="" due="" many="" place=0 index word
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    if [[ $word == -* ]]; then
      due="" many=""
      case "$called $word" in
${commands.flatMap(optionCases).join("\n")}
      esac
    elif [[ -n $due ]]; then
      [[ -n $many ]] || due=""
    else
      case "$called $word" in
${commands.flatMap(commandCases).join("\n")}
        *) place=$((place + 1)) ;;
      esac
    fi
  done
  if [[ $current == -* ]]; then
    case "$called" in
${commands.map(offeredOptions).join("\n")}
    esac
    return
  fi
  [[ -n $due ]] || due="$called:$place"
  case "$due" in
${commands.flatMap(offeredValues).join("\n")}
  esac
}

complete -F _holdfast holdfast
`;
}

/** Names of the shell's own, for a value that is due. @param {CommandDescription} command @param {string} name */
const dueName = (command, name) => `${command.words.join(" ")}:${name}`;

/** @param {CommandDescription} command */
function optionCases(command) {
  return command.options.flatMap(({ names, value }) => {
    if (value === null) return [];
    const due = dueName(command, names.at(-1) ?? "");
    const patterns = names.map((name) => quoted(`${command.words.join(" ")} ${name}`)).join(" | ");
    return [`        ${patterns}) due=${quoted(due)}${value.isList ? " many=1" : ""} ;;`];
  });
}

/** @param {CommandDescription} command */
function commandCases({ words, commands }) {
  return commands.map(
    (below) =>
      `        ${quoted([words.join(" "), below.words.at(-1)].join(" "))}) called=${quoted(below.words.join(" "))} ;;`,
  );
}

/** @param {CommandDescription} command */
function offeredOptions(command) {
  const names = command.options.flatMap((option) => option.names);
  return `      ${quoted(command.words.join(" "))}) ${reply(`-W ${quoted(names.join(" "))}`)} ;;`;
}

/** @param {CommandDescription} command */
function offeredValues(command) {
  const below = command.commands.map(({ words }) => words.at(-1) ?? "");
  const first = below.length === 0 ? [] : [offer(dueName(command, "0"), { of: "words", words: below })];
  const args = command.args.map(({ values }, place) => offer(dueName(command, String(place)), values));
  const options = command.options.map(({ names, value }) =>
    value === null ? "" : offer(dueName(command, names.at(-1) ?? ""), value.values),
  );
  return [...first, ...args, ...options].filter((line) => line !== "");
}

/**
 * @param {string} due
 * @param {Values} values
 */
function offer(due, values) {
  if (values.of === "text") return "";
  if (values.of === "words") return `    ${quoted(due)}) ${reply(`-W ${quoted(values.words.join(" "))}`)} ;;`;
  const { of } = values;
  const isPath = of === "folder" || of === "file";
  const more = isPath ? "; compopt -o filenames" : "";
  return `    ${quoted(due)}) ${reply(LOOK_UP[of])}${more} ;;`;
}

/** One line for each, so that a name with blanks stays whole. @param {string} what options of compgen */
const reply = (what) => `mapfile -t COMPREPLY < <(compgen ${what} -- "$current")`;
