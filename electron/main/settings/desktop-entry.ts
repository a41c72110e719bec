/** Lines of the format that the Desktop Entry Specification 1.5 describes, written and read. */

/** A text as the value of a key of type string: the characters that have an escape sequence. */
export function stringValue(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r")
    .replace(/^ | $/g, "\\s");
}

/** Characters that need no quotes in an argument. */
const PLAIN = /^[\w%+,./:@=^{}[\]!\u0080-\u{10ffff}-]+$/u;

/** A command as the value of the Exec key: each word quoted where it must be, then escaped as a string. */
export function execLine(words: readonly string[]): string {
  return stringValue(words.map(execWord).join(" "));
}

// A % begins a field code, also between quotes.
function execWord(word: string): string {
  const literal = word.replaceAll("%", "%%");
  return PLAIN.test(word) ? literal : `"${literal.replace(/["`$\\]/g, "\\$&")}"`;
}

/** Whether a text has the group without which it is no entry. */
export function isEntry(text: string): boolean {
  return text.split("\n").some(isHeader);
}

/** What an entry's main group says for a key, or null. */
export function valueOf(text: string, key: string): string | null {
  const line = mainGroup(text.split("\n")).find((each) => keyOf(each) === key);
  return line === undefined ? null : unescaped(line.slice(line.indexOf("=") + 1).replace(/^[ \t]+|[ \t\r]+$/g, ""));
}

/** The text with these values, already escaped, in its main group: in the place of those that are there, else behind them. */
export function withValues(text: string, values: ReadonlyMap<string, string>): string {
  const lines = text.split("\n");
  const group = mainGroup(lines);
  const start = lines.findIndex(isHeader) + 1;
  const known = new Set(group.map(keyOf));
  const changed = group.map((line) => {
    const value = values.get(keyOf(line));
    return value === undefined ? line : `${keyOf(line)}=${value}`;
  });
  const added = [...values].filter(([key]) => !known.has(key)).map(([key, value]) => `${key}=${value}`);
  const end = changed.findLastIndex((line) => line.trim() !== "") + 1;
  const whole = [...changed.slice(0, end), ...added, ...changed.slice(end)];
  return [...lines.slice(0, start), ...whole, ...lines.slice(start + group.length)].join("\n");
}

function isHeader(line: string): boolean {
  return line.trimEnd() === "[Desktop Entry]";
}

/** The lines of the main group below its header. */
function mainGroup(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex(isHeader);
  if (start === -1) return [];
  const rest = lines.slice(start + 1);
  const next = rest.findIndex((line) => line.startsWith("["));
  return next === -1 ? rest : rest.slice(0, next);
}

/** The key of a line, empty for a comment. */
function keyOf(line: string): string {
  return /^([A-Za-z0-9-]+(?:\[[^\]]*\])?)\s*=/.exec(line)?.[1] ?? "";
}

const ESCAPES: Readonly<Record<string, string>> = { s: " ", n: "\n", t: "\t", r: "\r" };

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}
