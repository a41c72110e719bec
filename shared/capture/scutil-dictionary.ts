import { UnreadableOutput } from "./contribution.ts";
import { isBlank, isPrompt, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** The values of a dynamic-store key: a text, or a list of texts, by the name inside the dictionary. */
export type ScutilDictionary = ReadonlyMap<string, string | readonly string[]>;

const ENTRY = /^\s+(\S+) : (.*)$/;
const OPEN = /^<(?:dictionary|array)> \{$/;
const NO_KEY = /^No such key$/;

/**
 * Reads what `scutil` prints for `show KEY` (macos-facts §9.3): null for `No such key`. Dictionaries inside the
 * dictionary are passed over; nothing here needs them. Throws {@link UnreadableOutput} `not-a-dictionary`, `bad-line`
 * or `cut`, when the text ends before its last brace.
 */
export function readScutilDictionary(text: string): ScutilDictionary | null {
  const lines = linesOf(text).filter((line) => !isBlank(line) && !isPrompt(line));
  const [first, ...rest] = lines;
  if (first !== undefined && NO_KEY.test(first.text.trim())) return null;
  if (first?.text.trim() !== "<dictionary> {") throw new UnreadableOutput(first?.number ?? 0, "not-a-dictionary");
  return readEntries(rest);
}

function readEntries(lines: readonly Line[]): ScutilDictionary {
  const values = new Map<string, string | string[]>();
  const open: string[] = [];
  for (const line of lines) {
    if (line.text.trim() === "}") {
      if (open.pop() === undefined) return values;
      continue;
    }
    const [, key, value = ""] = ENTRY.exec(line.text.trimEnd()) ?? [];
    if (key === undefined) throw new UnreadableOutput(line.number, "bad-line");
    if (open.length === 0) values.set(key, OPEN.test(value) ? [] : value);
    else if (open.length === 1 && !OPEN.test(value)) append(values, open[0], value);
    if (OPEN.test(value)) open.push(key);
  }
  throw new UnreadableOutput(lines.at(-1)?.number ?? 0, "cut");
}

function append(values: Map<string, string | string[]>, key: string | undefined, value: string): void {
  const list = key === undefined ? undefined : values.get(key);
  if (Array.isArray(list)) list.push(value);
}
