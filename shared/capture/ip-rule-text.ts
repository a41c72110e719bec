import { refuseRow, takeWords } from "./ip-text.ts";
import type { FieldsOf } from "./ip-text.ts";

const PRIORITY = /^(\d+):$/;
const MARK = /^(0x[\da-f]+|\d+)(?:\/(0x[\da-f]+|\d+))?$/;
/** Words with a value, and the field that `ip -j` has for them. */
const FIELDS: Readonly<Record<string, string>> = {
  lookup: "table",
  table: "table",
  iif: "iif",
  oif: "oif",
  proto: "protocol",
  tos: "tos",
  uidrange: "uidrange",
  ipproto: "ipproto",
  sport: "sport",
  dport: "dport",
  tun_id: "tun_id",
  realms: "realms",
  suppress_ifgroup: "suppress_ifgroup",
};
const NUMBERS: Readonly<Record<string, string>> = { suppress_prefixlength: "suppress_prefixlen", goto: "goto" };
const ACTIONS = new Set(["blackhole", "unreachable", "prohibit"]);
const MARKS_OF_STATE: Readonly<Record<string, string>> = {
  "[detached]": "iif_detached",
  "[unresolved]": "unresolved",
};

/** The fields of one row of `ip rule` (`32764: from all lookup main suppress_prefixlength 0`). */
export const ruleFields: FieldsOf = ({ words: [first = "", ...rest], below }) => {
  const priority = PRIORITY.exec(first)?.[1] ?? refuseRow();
  if (below.length > 0) refuseRow();
  const fields: Record<string, unknown> = { priority: Number(priority) };
  takeWords(rest, (word, next) => {
    const [field, number] = [FIELDS[word], NUMBERS[word]];
    if (field !== undefined) fields[field] = next();
    else if (number !== undefined) fields[number] = Number(next());
    else if (word === "from") Object.assign(fields, selector("src", "srclen", next()));
    else if (word === "to") Object.assign(fields, selector("dst", "dstlen", next()));
    else if (word === "fwmark") Object.assign(fields, mark(next()));
    else if (word === "not" || word === "nop") fields[word] = null;
    else if (ACTIONS.has(word)) fields["action"] = word;
    else fields[MARKS_OF_STATE[word] ?? refuseRow()] = null;
  });
  return fields;
};

function selector(name: string, lengthName: string, text: string): Record<string, unknown> {
  const [address, length] = text.split("/");
  return { [name]: address, ...(length === undefined ? {} : { [lengthName]: Number(length) }) };
}

function mark(text: string): Record<string, unknown> {
  const [, fwmark, fwmask] = MARK.exec(text) ?? refuseRow();
  return { fwmark, ...(fwmask === undefined ? {} : { fwmask }) };
}
