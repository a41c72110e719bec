import type { Family } from "../network/address.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { CaptureSource } from "./contribution.ts";

/** What an iproute2 call asked for, with its abbreviations written out. */
export interface IpCommand {
  readonly object: IpObject;
  readonly json: boolean;
  readonly details: boolean;
  /** Brief and numeric output, and text on one line or with statistics, has other words or another shape: it is not read. */
  readonly otherShape: boolean;
  /** Family given by `-4`, `-6` or `-family`; null when not given. */
  readonly family: Family | null;
  /** `show` when left out. */
  readonly verb: string;
  /** What follows the verb, e.g. `["table", "all"]`. */
  readonly words: readonly string[];
}

export type IpObject = (typeof OBJECTS)[number];

// In the order in which iproute2 itself completes an abbreviation, so `r` is route and `ru` is rule.
const OBJECTS = ["address", "route", "rule", "neighbor", "neighbour", "link", "monitor"] as const;
const SHOW = ["list", "show", "lst", "ls"];
const FAMILIES: Record<string, Family> = { "-4": "inet", "-6": "inet6", inet: "inet", inet6: "inet6" };
const OTHER_SHAPES = /^-(?:br|N)/;
const OTHER_TEXT = /^-(?:o|oneline|s|ss|stats|statistics)$/;
const WITH_VALUE = ["-family", "-netns", "-n", "-batch", "-rcvbuf", "-loops"];

/**
 * Reads the command line of an `ip` call in any of its spellings (`ip -j -6 ro`, `ip -6 -json route list`). Null when
 * the source is no `ip` call or asks for an object that Holdfast does not know.
 */
export function readIpCommand(source: CaptureSource): IpCommand | null {
  if (source.kind !== "command" || source.program !== "ip") return null;
  const { options, values, rest } = splitOptions(source.arguments);
  const [objectWord, ...after] = rest;
  const object = OBJECTS.find((name) => objectWord !== undefined && name.startsWith(objectWord));
  if (object === undefined) return null;
  const [verbWord, ...words] = after;
  const isShow = verbWord === undefined || SHOW.some((name) => name.startsWith(verbWord));
  const json = options.some((option) => ["-j", "-js", "-json"].includes(option));
  return {
    object,
    json,
    details: options.some((option) => option.startsWith("-d")),
    otherShape: options.some((option) => OTHER_SHAPES.test(option) || (!json && OTHER_TEXT.test(option))),
    family: familyOf([...options, ...values]),
    verb: isShow ? "show" : verbWord,
    words,
  };
}

/** As {@link readIpCommand}, for a source that must be a call of `ip`. Throws {@link UnreadableOutput} `not-ip` otherwise. */
export function ipCommandOf(source: CaptureSource): IpCommand {
  const command = readIpCommand(source);
  if (command === null) throw new UnreadableOutput(0, "not-ip");
  return command;
}

/** Whether the call shows one of the objects in a shape that the parsers read, as JSON or as text. */
export function shows(command: IpCommand | null, ...objects: readonly IpObject[]): command is IpCommand {
  return command !== null && objects.includes(command.object) && !command.otherShape && command.verb === "show";
}

function splitOptions(words: readonly string[]): { options: string[]; values: string[]; rest: string[] } {
  const options: string[] = [];
  const values: string[] = [];
  let index = 0;
  for (; index < words.length; index++) {
    const word = words[index]?.replace(/^--/, "-");
    if (word === undefined || !word.startsWith("-")) break;
    options.push(word);
    if (!takesValue(word)) continue;
    index += 1;
    values.push(words[index] ?? "");
  }
  return { options, values, rest: words.slice(index) };
}

function takesValue(option: string): boolean {
  return option === "-f" || WITH_VALUE.includes(option);
}

function familyOf(words: readonly string[]): Family | null {
  for (const word of words) {
    const family = FAMILIES[word];
    if (family !== undefined) return family;
  }
  return null;
}
