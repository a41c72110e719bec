import type * as v from "valibot";
import { UnreadableOutput } from "./contribution.ts";
import { readJsonRows, shaped } from "./ip-json.ts";
import { TABLE_LIMITS } from "./table-limits.ts";
import { endsWithWholeLine, isBlank, isPrompt, linesOf, wordsOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** One entry of an output that iproute2 prints for people. */
export interface TextRow {
  /** The words of its first line. */
  readonly words: readonly string[];
  /** The words of each indented line below it. */
  readonly below: readonly (readonly string[])[];
}

/** The fields that `ip -j` gives for a row of text. Throws {@link UnreadableOutput} `bad-row` with line 0 when it is none. */
export type FieldsOf = (row: TextRow) => Readonly<Record<string, unknown>>;

/** What an output of iproute2 holds. */
export interface IpOutput<Value> {
  readonly values: Value[];
  /**
   * Whether it is all there. JSON that was cut off is no JSON; text that was cut between two lines is still text, so it must
   * show by itself that it reaches its end: `showsEnd` tells whether it does.
   */
  isWhole(showsEnd: boolean): boolean;
}

/**
 * Reads an output of `ip` in either form, so that nothing else needs to know in which it came. Throws
 * {@link UnreadableOutput} as `readJsonRows` does, for text with the line.
 */
export function readIpOutput<Schema extends v.GenericSchema, Value>(
  text: string,
  { json }: { readonly json: boolean },
  fieldsOf: FieldsOf,
  schema: Schema,
  read: (row: v.InferOutput<Schema>) => Value,
): IpOutput<Value> {
  if (json) return { values: readJsonRows(text, schema, read), isWhole: () => true };
  const lines = linesOf(text).filter((line) => !isBlank(line) && !isPrompt(line));
  if (lines.length > TABLE_LIMITS.rows) throw new UnreadableOutput(0, "too-large");
  if (lines.length === 0) throw new UnreadableOutput(0, "no-row");
  // A number or a name at the end of a cut line may be the beginning of a longer one.
  const endsWhole = endsWithWholeLine(text);
  const rows = entriesOf(endsWhole ? lines : lines.slice(0, -1));
  const values = rows.map(({ line, row }, index) => atLine(line, () => read(shaped(fieldsOf(row), schema, index))));
  return { values, isWhole: (showsEnd) => endsWhole && showsEnd };
}

/** Refuses a row of text that iproute2 does not print. */
export function refuseRow(): never {
  throw new UnreadableOutput(0, "bad-row");
}

/**
 * Gives each word of a row to `take`, which may ask for those behind it by `next`. Throws {@link UnreadableOutput} `bad-row`
 * when it asks for more than there are.
 */
export function takeWords(words: readonly string[], take: (word: string, next: () => string) => void): void {
  const left = [...words];
  const next = () => left.shift() ?? refuseRow();
  while (left.length > 0) take(next(), next);
}

function entriesOf(lines: readonly Line[]): { line: number; row: TextRow }[] {
  const entries: { line: number; row: { words: string[]; below: string[][] } }[] = [];
  for (const line of lines) {
    const words = wordsOf(line.text);
    const last = entries.at(-1);
    if (!/^\s/.test(line.text)) entries.push({ line: line.number, row: { words, below: [] } });
    else if (last === undefined) throw new UnreadableOutput(line.number, "bad-row");
    else last.row.below.push(words);
  }
  return entries;
}

function atLine<Value>(line: number, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableOutput && error.line === 0) throw new UnreadableOutput(line, error.detail);
    throw error;
  }
}
