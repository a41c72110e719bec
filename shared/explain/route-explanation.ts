import * as v from "valibot";
import { Certainty } from "../health/finding.ts";
import { CodedText } from "../snapshot/coded-text.ts";
import { Route } from "../snapshot/route.ts";

/** Who put a row into the table. Each has a text under `routes:origin`. */
const OriginKind = v.picklist([
  "kernel",
  "clone",
  "neighbour",
  "network-service",
  "dhcp",
  "router-advertisement",
  "redirect",
  "routing-daemon",
  "client",
  "client-pin",
  "vpn-script",
  "tunnel-holder",
  "system-tunnel",
  "administrator",
  "unknown",
]);

/** Who put a row there, how sure that is, and how it is known. */
export const RouteOrigin = v.strictObject({
  by: OriginKind,
  /** `proven`: the system notes it. `likely`: only this explains the row. `suspected`: rows of this form mostly come from there. */
  certainty: Certainty,
  /** For the text: `client`, `pid`, `protocol`, `interface` where they apply. */
  args: CodedText.entries.args,
  /** Keys of `evidence`. */
  evidence: v.array(CodedText),
});
export type RouteOrigin = v.InferOutput<typeof RouteOrigin>;

/** Which addresses a row catches. */
export const RouteRange = v.strictObject({
  /** Canonical text, without zone. */
  first: v.string(),
  last: v.string(),
  /** How many there are, in words: a key of `routes:range`. */
  size: CodedText,
  /** More specific rows that take a part of them, widest first; at most {@link MOST_EXCEPTIONS}. */
  exceptions: v.array(Route),
  /** How many such rows there are in all. */
  exceptionCount: v.number(),
});
export type RouteRange = v.InferOutput<typeof RouteRange>;

/** More than anybody reads; tables of routing daemons have hundreds of thousands below one row. */
export const MOST_EXCEPTIONS = 8;

/** A flag or attribute as it is printed, and the key of its words in `flags`. */
export const RouteWord = v.strictObject({ word: v.string(), code: v.string() });
export type RouteWord = v.InferOutput<typeof RouteWord>;

/** One row explained: what it is for, its marks in words, who put it there, what it catches, and whether it works. */
export const RouteExplanation = v.strictObject({
  /** A key of `app:role`. */
  role: v.string(),
  words: v.array(RouteWord),
  origin: RouteOrigin,
  range: RouteRange,
  /** `usable` as far as is known; `dead` with its proof; `unknown` where nothing tells. */
  state: v.picklist(["usable", "unknown", "dead"]),
  /** Proofs of the state: keys of `evidence`. */
  evidence: v.array(CodedText),
});
export type RouteExplanation = v.InferOutput<typeof RouteExplanation>;
