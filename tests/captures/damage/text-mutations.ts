/** A whole number below the bound. */
export type Numbers = (bound: number) => number;

/** Changes one thing in a text of lines; what it chooses follows from the numbers alone. */
export type Mutation = (text: string, next: Numbers) => string;

const ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}\b/gi;
const INTERFACE = /\b(?:en|utun|lo|bridge|feth|ppp|tun|wlp\ds|eth|wlan|wg|awdl)\d+\b/g;
const FLAGS = /\bU[A-Za-z0-9]{0,9}\b/g;
const LENGTH = /\/\d{1,3}\b/g;
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/\bdefault\b/, "Standard"],
  [/\bdefault\b/, "0.0.0.0"],
  [/^Destination/m, "Ziel"],
  [/^Internet:/m, "因特网："],
  [/\bLink\b|\blink#/, "Verbindung#"],
  [/\bUP\b/, "AKTIV"],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/, "週一"],
  [/\bstatus: active\b/, "status: inactive"],
];

/** Every kind of damage that a text of lines can take, on its way through terminals, editors, chats and disks. */
export const TEXT_MUTATIONS: readonly Mutation[] = [
  onLines((lines, next) => lines.splice(next(lines.length), 1)),
  onLines((lines, next) => lines.splice(next(lines.length), 0, at(lines, next))),
  onLines((lines, next) => swap(lines, next(lines.length), next(lines.length))),
  onLines((lines, next) => lines.splice(next(lines.length), 2, at(lines, next) + at(lines, next))),
  onLines((lines, next) => swapFields(lines, next)),
  onLines((lines, next) => changeLine(lines, next, (line) => line.slice(0, next(line.length + 1)))),
  onLines((lines, next) => changeLine(lines, next, (line) => dropField(line, next(line.split(/\s+/).length)))),
  onLines((lines, next) => dropColumn(lines, next(6))),
  onLines((lines, next) => changeLine(lines, next, (line) => line.trim().replaceAll(/\s+/g, next(2) === 0 ? " " : "\t"))),
  (text, next) => changeByte(text, next(text.length), String.fromCodePoint(32 + next(95))),
  (text, next) => changeByte(text, next(text.length), ["\0", "\r", "\n", "é", "路", "\u001b[31m"][next(6)] ?? ""),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `${text}${text}`,
  (text, next) => text.slice(next(text.length)),
  (text, next) => replaceOne(text, ADDRESS, next, (found) => otherAddress(text, found, next)),
  (text, next) => replaceOne(text, ADDRESS, next, (found) => otherAddress(text, found, next)),
  (text, next) => replaceOne(text, INTERFACE, next, () => pick(text.match(INTERFACE) ?? ["en9"], next)),
  (text, next) => replaceOne(text, FLAGS, next, (found) => otherFlags(found, next)),
  (text, next) => replaceOne(text, LENGTH, next, () => `/${next(33)}`),
  (text, next) => text.replace(...(FOREIGN[next(FOREIGN.length)] ?? [/^$/, ""])),
];

function onLines(change: (lines: string[], next: Numbers) => unknown): Mutation {
  return (text, next) => {
    const lines = text.split("\n");
    change(lines, next);
    return lines.join("\n");
  };
}

function at(lines: readonly string[], next: Numbers): string {
  return lines[next(lines.length)] ?? "";
}

function swap(lines: string[], one: number, other: number): void {
  [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
}

function changeLine(lines: string[], next: Numbers, change: (line: string) => string): void {
  const index = next(lines.length);
  lines[index] = change(lines[index] ?? "");
}

function swapFields(lines: string[], next: Numbers): void {
  const [one, other, field] = [next(lines.length), next(lines.length), next(6)];
  const [first, second] = [fieldsOf(lines[one]), fieldsOf(lines[other])];
  const [a, b] = [first[2 * field], second[2 * field]];
  if (a === undefined || b === undefined) return;
  first[2 * field] = b;
  second[2 * field] = a;
  [lines[one], lines[other]] = [first.join(""), second.join("")];
}

/** The fields of a line at even places, the blanks between them at odd ones. */
function fieldsOf(line: string | undefined): string[] {
  return (line ?? "").split(/(\s+)/);
}

function dropField(line: string, field: number): string {
  return fieldsOf(line)
    .filter((_, index) => index !== 2 * field && index !== 2 * field + 1)
    .join("");
}

function dropColumn(lines: string[], field: number): void {
  for (const [index, line] of lines.entries()) lines[index] = dropField(line, field);
}

function changeByte(text: string, index: number, byte: string): string {
  return text.slice(0, index) + byte + text.slice(index + 1);
}

function replaceOne(text: string, pattern: RegExp, next: Numbers, replacement: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  const match = found[next(Math.max(1, found.length))];
  if (match === undefined) return text;
  return text.slice(0, match.index) + replacement(match[0]) + text.slice(match.index + match[0].length);
}

// Another address of the text, or a neighbour of the same one: both are what a real machine could have.
function otherAddress(text: string, found: string, next: Numbers): string {
  if (next(2) === 0) return pick(text.match(ADDRESS) ?? [found], next);
  return found.replace(/\d+$/, (digits) => String((Number(digits) + 1 + next(253)) % 256));
}

function otherFlags(found: string, next: Numbers): string {
  const letter = pick([..."GHSILWRBCcmbig"], next);
  return found.includes(letter) ? found.replace(letter, "") : `${found}${letter}`;
}

function pick(values: readonly string[], next: Numbers): string {
  return values[next(values.length)] ?? "";
}
