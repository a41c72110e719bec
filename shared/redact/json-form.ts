import { redactLine } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactInterface } from "./interface-words.ts";
import { redactText, redactWord } from "./words.ts";

/** A string with the colon that makes it a key, or the beginning of one at the end of a text that was cut. */
const STRING = /"((?:[^"\\]|\\.)*)(?:"(\s*:)?|$)/gs;
/** What stands between the strings of a text in JSON. */
const BETWEEN_STRINGS = /^(?:[\s[\]{},:]|true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)*$/i;

/** Keys whose values are interfaces, or words that the kernel itself has. */
const KEPT_KEYS = new Set([
  ...["ifname", "dev", "link", "master", "iif", "oif", "flags", "operstate", "linkmode", "link_type", "qdisc", "scope"],
  ...["family", "type", "state", "info_kind", "info_slave_kind", "inet6_addr_gen_mode", "pref", "action", "transport"],
  ...["protocol", "parentbus", "holdfast", "fwmark", "fwmask", "mode"],
]);
const LABEL = /^([^:]+)(?::(.*))?$/s;

/**
 * What iproute2 prints with `-j`: values are replaced where they stand, so that the text keeps its shape, also one that
 * was cut.
 */
export function redactJson(text: string, pseudonyms: Pseudonyms): string {
  let key = "";
  let result = "";
  let end = 0;
  for (const match of text.matchAll(STRING)) {
    const [whole, inside = "", colon] = match;
    result += redactBetween(text.slice(end, match.index), pseudonyms);
    end = match.index + whole.length;
    if (colon !== undefined) key = inside;
    result += colon === undefined ? redactString(whole, key, pseudonyms) : whole;
  }
  return result + redactBetween(text.slice(end), pseudonyms);
}

function redactString(whole: string, key: string, pseudonyms: Pseudonyms): string {
  if (whole === '"' || !whole.endsWith('"')) return `"${pseudonyms.leftOut()}`;
  const value = unescaped(whole);
  const replaced = redactField(key, value, pseudonyms);
  return replaced === value ? whole : JSON.stringify(replaced);
}

// Whoever copies an output may copy the prompt above it.
function redactBetween(text: string, pseudonyms: Pseudonyms): string {
  if (BETWEEN_STRINGS.test(text)) return text;
  const lines = text.split("\n");
  return lines.map((line) => redactLine(line, pseudonyms, "prose")).join("\n");
}

function redactField(key: string, value: string, pseudonyms: Pseudonyms): string {
  if (KEPT_KEYS.has(key)) return keptWord(value, pseudonyms);
  if (key === "label") {
    const [, name = "", alias] = LABEL.exec(value) ?? [];
    return keptWord(name, pseudonyms) + (alias === undefined ? "" : `:${redactWord(alias, pseudonyms, "value")}`);
  }
  return redactText(value, pseudonyms, "value");
}

// An interface may be named after its link-level address; of other words the kernel has none with a blank or a stroke.
function keptWord(value: string, pseudonyms: Pseudonyms): string {
  return /^[\w.:@+-]{0,64}$/.test(value) ? redactInterface(value, pseudonyms) : redactText(value, pseudonyms, "value");
}

function unescaped(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : "";
  } catch (error) {
    if (error instanceof SyntaxError) return "";
    throw error;
  }
}
