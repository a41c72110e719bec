import * as v from "valibot";
import type { Family } from "../network/address.ts";
import type { Rule } from "../snapshot/interface.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { OutputParser } from "./contribution.ts";
import { ipCommandOf, readIpCommand, shows } from "./ip-command.ts";
import { ruleFields } from "./ip-rule-text.ts";
import { readIpOutput } from "./ip-text.ts";

const RuleRow = v.looseObject({
  priority: v.number(),
  src: v.string(),
  srclen: v.optional(v.number()),
  dst: v.optional(v.string()),
  dstlen: v.optional(v.number()),
  table: v.optional(v.string()),
  action: v.optional(v.string()),
  goto: v.optional(v.number()),
  nop: v.optional(v.null()),
  fwmark: v.optional(v.string()),
  fwmask: v.optional(v.string()),
  not: v.optional(v.null()),
  suppress_prefixlen: v.optional(v.number()),
  iif: v.optional(v.string()),
  oif: v.optional(v.string()),
});
type RuleRow = v.InferOutput<typeof RuleRow>;

const MODELLED = new Set(Object.keys(RuleRow.entries));
/** Says who made the rule or what became of it, not which packets it takes. */
const COSMETIC = new Set(["protocol", "unresolved", "iif_detached", "oif_detached"]);

/**
 * `ip rule` (IPv4) and `ip -6 rule`, as JSON or text. A rule that selects by something the model cannot hold (user, port,
 * type of service, VRF) is left out and makes the part partial, since as an ordinary rule it would take every packet.
 */
export const ipRule: OutputParser = {
  os: "linux",
  understands: (source) => shows(readIpCommand(source), "rule"),
  parse(text, source) {
    const command = ipCommandOf(source);
    const family = command.family ?? "inet";
    const { values: rows, isWhole } = readIpOutput(text, command, ruleFields, RuleRow, (row) => row);
    const modelled = rows.filter(isModelled);
    const rules = modelled.map((row) => ruleOf(row, family));
    const all =
      isWhole(endsWithDefaults(rows, family)) && modelled.length === rows.length && command.words.length === 0;
    return { rules: all ? observed(rules) : partlyObserved(rules) };
  },
};

// What the kernel begins with stands at the end: `main`, and for IPv4 `default` behind it.
function endsWithDefaults(rows: readonly RuleRow[], family: Family): boolean {
  return rows.at(-1)?.table === (family === "inet" ? "default" : "main");
}

function isModelled(row: RuleRow): boolean {
  return Object.keys(row).every((key) => MODELLED.has(key) || COSMETIC.has(key));
}

function ruleOf(row: RuleRow, family: Family): Rule {
  return {
    family,
    priority: row.priority,
    source: withLength(row.src, row.srclen),
    destination: row.dst === undefined ? null : withLength(row.dst, row.dstlen),
    table: row.table ?? null,
    action: actionOf(row),
    gotoPriority: row.goto ?? null,
    firewallMark: row.fwmark ?? null,
    firewallMask: row.fwmask ?? null,
    negated: "not" in row,
    suppressPrefixLength: row.suppress_prefixlen ?? null,
    inputInterface: row.iif ?? null,
    outputInterface: row.oif ?? null,
  };
}

function actionOf(row: RuleRow): string | null {
  if (row.goto !== undefined) return "goto";
  return "nop" in row ? "nop" : (row.action ?? null);
}

function withLength(address: string, length: number | undefined): string {
  return length === undefined ? address : `${address}/${length}`;
}
