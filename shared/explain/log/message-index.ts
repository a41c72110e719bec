import type { CatalogueEntry, MessageId } from "./catalogue.ts";
import { argumentNames, compileLine, matchLine } from "./pattern.ts";
import type { LinePattern } from "./pattern.ts";
import { foldMarks } from "./fold.ts";

/** A message found in a line. */
export interface FoundMessage<Id extends MessageId = MessageId> {
  readonly entry: CatalogueEntry<Id>;
  /** Every argument of the message; those which the line does not print are empty. */
  readonly args: Readonly<Record<string, string>>;
  /** How many printed lines the message goes on for after this one. */
  readonly following: readonly LinePattern[];
}

/** Answers which message of a catalogue a line is. */
export interface MessageIndex<Id extends MessageId = MessageId> {
  /** The message whose pattern fits the whole text and has the most literal characters, null when none fits. */
  find(text: string): FoundMessage<Id> | null;
}

interface Candidate<Id extends MessageId> {
  readonly entry: CatalogueEntry<Id>;
  readonly line: LinePattern;
  readonly following: readonly LinePattern[];
  readonly noArgs: Readonly<Record<string, string>>;
}

/** Patterns are looked up by their first characters; so many tell most of them apart ("Fa", "重连"). */
const KEY_LENGTH = 2;

/**
 * Builds the index. A look-up costs one map read, and a comparison for each of the few patterns with the same start or
 * with none (they begin with an argument), whatever the size of the catalogue.
 */
export function messageIndex<Id extends MessageId>(entries: readonly CatalogueEntry<Id>[]): MessageIndex<Id> {
  let index: MessageIndex<Id> | null = null;
  // Built when the first line is read: most programs that could read a log start without one, the helper among them.
  return { find: (text) => (index ??= build(entries)).find(text) };
}

function build<Id extends MessageId>(entries: readonly CatalogueEntry<Id>[]): MessageIndex<Id> {
  const byStart = new Map<string, Candidate<Id>[]>();
  const anyStart: Candidate<Id>[] = [];
  for (const candidate of entries.flatMap(candidatesOf)) {
    const { prefix } = candidate.line;
    if (prefix.length < KEY_LENGTH) anyStart.push(candidate);
    else pushTo(byStart, prefix.slice(0, KEY_LENGTH), candidate);
  }
  for (const list of [...byStart.values(), anyStart]) list.sort(moreSpecificFirst);
  return {
    find(text) {
      const folded = foldMarks(text);
      const byPrefix = firstFit(byStart.get(folded.slice(0, KEY_LENGTH)) ?? [], text, folded);
      const byNeedle = firstFit(anyStart, text, folded);
      if (byPrefix === null || byNeedle === null) return (byPrefix ?? byNeedle)?.found ?? null;
      return moreSpecificFirst(byPrefix.candidate, byNeedle.candidate) <= 0 ? byPrefix.found : byNeedle.found;
    },
  };
}

function candidatesOf<Id extends MessageId>(entry: CatalogueEntry<Id>): Candidate<Id>[] {
  const noArgs = Object.fromEntries(entry.patterns.flatMap(argumentNames).map((name) => [name, ""]));
  return entry.patterns.flatMap((pattern) => {
    const [line, ...following] = pattern.split("\n").map(compileLine);
    return line === undefined ? [] : [{ entry, line, following, noArgs }];
  });
}

function firstFit<Id extends MessageId>(
  candidates: readonly Candidate<Id>[],
  text: string,
  folded: string,
): { candidate: Candidate<Id>; found: FoundMessage<Id> } | null {
  for (const candidate of candidates) {
    if (!folded.includes(candidate.line.needle)) continue;
    const args = matchLine(candidate.line, text, folded);
    if (args === null) continue;
    const { entry, following, noArgs } = candidate;
    return { candidate, found: { entry, following, args: { ...noArgs, ...args } } };
  }
  return null;
}

function moreSpecificFirst(a: { line: LinePattern }, b: { line: LinePattern }): number {
  return b.line.literalLength - a.line.literalLength || b.line.typedArguments - a.line.typedArguments;
}

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
