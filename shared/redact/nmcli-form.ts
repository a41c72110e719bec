import { ownArguments } from "../capture/source.ts";
import type { CommandSource } from "../capture/source.ts";
import { redactLabelled } from "./labelled-form.ts";
import { redactLine, redactLines } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Fields of nmcli whose values people choose, in any of its lists. */
const NAMED = /^(?:NAME|CONNECTION|SSID|SSID-HEX|ID|GENERAL\.CONNECTION|CONNECTION\.ID)$/i;
/** Colons inside a value are escaped in terse mode. */
const BETWEEN_FIELDS = /(?<!\\):/;
const NAMED_LINE =
  /^((?:GENERAL\.CONNECTION|AP\[\d+\]\.SSID|connection\.id|802-11-wireless\.ssid)(?:\[\d+\])?:\s*)(.+)$/;

/** NetworkManager's answers: names of connections and wireless networks are replaced as a whole. */
export function redactNmcli(text: string, source: CommandSource, pseudonyms: Pseudonyms): string {
  const words = ownArguments(source);
  const fields = (words[words.findIndex((word) => /^(?:-f|--fields)$/.test(word)) + 1] ?? "").split(",");
  const isTerse = words.some((word) => /^(?:-t|--terse)$/.test(word));
  if (isTerse && fields.length > 1 && fields.some((field) => NAMED.test(field))) {
    return redactLines(text, (line) => redactRow(line, fields, pseudonyms));
  }
  return redactLabelled(text, pseudonyms);
}

function redactRow(line: string, fields: readonly string[], pseudonyms: Pseudonyms): string {
  const [, before, name = ""] = NAMED_LINE.exec(line) ?? [];
  if (before !== undefined) return before + pseudonyms.name("network", name);
  return line
    .split(BETWEEN_FIELDS)
    .map((value, index) => redactValue(value, fields[index] ?? "", pseudonyms))
    .join(":");
}

function redactValue(value: string, field: string, pseudonyms: Pseudonyms): string {
  const isNamed = NAMED.test(field) && value !== "" && value !== "--";
  if (!isNamed) return redactLine(value, pseudonyms, "prose");
  return pseudonyms.isInterface(value) ? value : pseudonyms.name("network", value);
}
