// @ts-check
import { exitCodes } from "./exit-codes.mjs";
import { sentence } from "./markdown.mjs";
import { commandsThatDo } from "./program-description.mjs";
import { bold, paragraph } from "./roff.mjs";
import { commonOptions, ownOptions, signatureOf, usageOf } from "./usage.mjs";

/**
 * @typedef {import("./program-description.mjs").CommandDescription} CommandDescription
 * @typedef {import("./program-description.mjs").OptionDescription} OptionDescription
 */

const DESCRIPTION = [
  "A VPN client pins a route to its server through the router of the network that happens to be there. When the computer moves to another network, that route can stay behind, and every connection to the server fails. Holdfast finds it, proves it by what the system itself shows, removes or moves it through a small privileged helper, looks again, and can undo it.",
  "Results go to standard output, everything else to standard error. Nothing is changed before the exact steps were shown; nothing is sent anywhere.",
];

const FILES = [
  [
    "~/.local/state/holdfast/",
    "What was seen in earlier runs: history.json and timeline.json, readable by their owner alone.",
  ],
  ["/usr/lib/holdfast-helper/", "The helper and the Node that it runs on; only root can write there."],
  ["/run/holdfast/", "The sockets of the helper."],
  ["/var/lib/holdfast-helper/, /var/lib/holdfast/", "Journals: what was repaired without and with a password."],
];

const ENVIRONMENT = [
  ["LC_ALL, LC_MESSAGES, LANG", "The language of the texts, where --lang does not say it: English or Chinese."],
  ["NO_COLOR", "When it is set, no colour is printed on a terminal either."],
  ["XDG_STATE_HOME", "The folder that is used in place of ~/.local/state."],
];

const EXAMPLES = [
  ["holdfast doctor", "Says what is wrong, how that is known, and what would repair it."],
  ["holdfast clean", "Shows the repair, asks, carries it out, and looks again."],
  ["holdfast undo", "Takes the last repair back."],
  ["holdfast check vpn.example.org", "Says whether a connection to this server would work now."],
];

/**
 * The manual page in section 1.
 *
 * @param {CommandDescription} program
 * @param {string} version
 * @returns {string} roff, for the man macros
 */
export function manPage(program, version) {
  const commands = commandsThatDo(program);
  const common = commands[0] === undefined ? [] : commonOptions(commands[0]);
  return `${[
    '.\\" Made by npm run docs from the program itself; do not change it by hand.',
    `.TH HOLDFAST 1 "" "Holdfast ${version}" "User Commands"`,
    ".SH NAME",
    "holdfast \\-",
    paragraph(program.text.replace(/\.$/, "")),
    ".SH SYNOPSIS",
    `.B holdfast\n.I COMMAND\n.RI [ OPTION \\&...]`,
    ".SH DESCRIPTION",
    ...DESCRIPTION.map((text, index) => `${index === 0 ? "" : ".PP\n"}${paragraph(text)}`),
    ".SH COMMANDS",
    ...commands.map(commandEntry),
    ".SH OPTIONS OF EVERY COMMAND",
    ...[...common, ...program.options.filter(({ names }) => names.includes("--version"))].map(optionEntry),
    ".SH EXIT STATUS",
    ...exitCodes.map(({ code, meaning }) => entry(String(code), sentence(meaning))),
    ".SH ENVIRONMENT",
    ...ENVIRONMENT.map(([name = "", text = ""]) => entry(name, text)),
    ".SH FILES",
    ...FILES.map(([name = "", text = ""]) => entry(name, text)),
    ".SH EXAMPLES",
    ...EXAMPLES.map(([name = "", text = ""]) => entry(name, text)),
    ".SH SEE ALSO",
    ".BR ip-route (8),\n.BR openconnect (8)",
  ].join("\n")}\n`;
}

/** @param {CommandDescription} command */
function commandEntry(command) {
  const options = ownOptions(command);
  const head = entry(usageOf(command), sentence(command.text));
  return options.length === 0 ? head : [head, ".RS", ...options.map(optionEntry), ".RE"].join("\n");
}

/** @param {OptionDescription} option */
const optionEntry = (option) =>
  entry([...option.names.slice(0, -1), signatureOf(option)].join(", "), sentence(option.text));

/**
 * @param {string} name
 * @param {string} text
 */
const entry = (name, text) => `.TP\n${bold(name)}\n${paragraph(text)}`;
