// @ts-check
import { everyCommand, MADE_BY } from "./every-command.mjs";

/**
 * @typedef {import("../program-description.mjs").CommandDescription} CommandDescription
 * @typedef {import("../program-description.mjs").OptionDescription} OptionDescription
 * @typedef {import("../program-description.mjs").Values} Values
 */

/** How fish looks up what stands for a value. */
const LOOK_UP = /** @type {const} */ ({
  folder: "(__fish_complete_directories)",
  file: "(__fish_complete_path)",
  host: "(__fish_print_hostnames)",
  user: "(__fish_complete_users)",
});

/**
 * The completion for fish.
 *
 * @param {CommandDescription} program
 * @returns {string} source text
 */
export function fishCompletion(program) {
  return `# ${MADE_BY}

# Whether the words before the cursor call this command, whatever comes after it.
function __holdfast_calls
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l wanted (count $argv)
    test (count $words) -gt $wanted; or return 1
    set -l last (math 1 + $wanted)
    test $wanted -eq 0; or test "$words[2..$last]" = "$argv"
end

# Whether the word at the cursor is the one right after this command.
function __holdfast_is_after
    __holdfast_calls $argv
    and test (count (commandline --tokenize --cut-at-cursor --current-process)) -eq (math 1 + (count $argv))
end

complete --command holdfast --no-files
${everyCommand(program).flatMap(linesOf).join("\n")}
`;
}

/** @param {CommandDescription} command */
function linesOf(command) {
  const { words, commands, options, args } = command;
  const below = commands.map((one) =>
    line(
      ["__holdfast_is_after", ...words],
      [`--arguments ${quotedForFish(one.words.at(-1) ?? "")}`, described(one.text)],
    ),
  );
  // The program's own options are for where no command stands yet.
  const where = [words.length === 0 ? "__holdfast_is_after" : "__holdfast_calls", ...words];
  const values = args.flatMap(({ values: one }) => (one.of === "text" ? [] : [line(where, [offered(one)])]));
  return [...below, ...values, ...options.map((option) => line(where, optionParts(option)))];
}

/**
 * @param {readonly string[]} condition
 * @param {readonly string[]} parts
 */
const line = (condition, parts) =>
  ["complete --command holdfast", `--condition ${quotedForFish(condition.join(" "))}`, ...parts].join(" ");

/** @param {OptionDescription} option */
function optionParts({ names, text, value }) {
  const spelled = names.map((name) =>
    name.startsWith("--") ? `--long-option ${name.slice(2)}` : `--short-option ${name.slice(1)}`,
  );
  if (value === null) return [...spelled, described(text)];
  return [...spelled, "--exclusive", ...(value.values.of === "text" ? [] : [offered(value.values)]), described(text)];
}

/** @param {Values} values */
function offered(values) {
  if (values.of === "text") return "";
  return `--arguments ${quotedForFish(values.of === "words" ? values.words.join(" ") : LOOK_UP[values.of])}`;
}

/** @param {string} text */
const described = (text) => `--description ${quotedForFish(text)}`;

/** @param {string} text */
const quotedForFish = (text) => `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
