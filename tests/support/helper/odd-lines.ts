/** A whole number below the bound. */
export type Next = (bound: number) => number;

/** What a client has been told, and may name. */
export interface Told {
  readonly digest: string;
  readonly steps: readonly string[];
  readonly txns: readonly string[];
}

export const TOLD_NOTHING: Told = { digest: "0".repeat(64), steps: [], txns: [] };

/** What has broken into other helpers: options, shells, paths, addresses, a second reading of the same JSON. */
const PAYLOADS = [
  ...[
    "-x",
    "--netns",
    "; rm -rf /",
    "$(id)",
    "`id`",
    "&& reboot",
    "evil0",
    "10.66.66.66",
    "fd66::66",
    "../../etc/passwd",
  ],
  ...['"dev":"evil0",', '"via":"10.66.66.66",', '"op":"exec",', '"__proto__":{},', '"id":0,', '"v":2,'],
  ...["\u0000", "\r", "\t", " ", "\u202eabc", "\u2028", "\u007f", "\ud800", "\u{1f600}", "\\u0068", "\\", '"', "'"],
  ...["{", "}", "[", "]", ",", ":", "1e0", "1.0", "-0", "-1", "9".repeat(20), "null", "true", "A", "a".repeat(300)],
];

const hex = (next: Next, length: number) =>
  Array.from({ length: length / 8 }, () => next(0x1_0000_0000).toString(16).padStart(8, "0")).join("");

const oneOf = <Value>(values: readonly Value[], next: Next): Value | undefined => values[next(values.length || 1)];

/** A right request as its line, about things that the client was told of, or about others. */
export function rightLine(next: Next, { digest, steps, txns }: Told): string {
  const envelope = { v: 1, id: next(100_000) };
  const knows = next(4) > 0;
  switch (next(9)) {
    case 0:
      return JSON.stringify({ ...envelope, op: "hello" });
    case 1:
      return JSON.stringify({ ...envelope, op: "status" });
    case 2:
      return JSON.stringify({ ...envelope, op: "plan" });
    case 3:
      return JSON.stringify({ ...envelope, op: "keep-alive" });
    case 4:
      return JSON.stringify({ ...envelope, op: "journal", limit: next(1_200) });
    case 5:
    case 6:
      return JSON.stringify({ ...envelope, op: "undo", txn: (knows ? oneOf(txns, next) : undefined) ?? hex(next, 32) });
    default: {
      const only = knows ? steps.filter(() => next(4) > 0) : [hex(next, 64)];
      const chosen = next(2) === 0 || only.length === 0 ? {} : { only };
      return JSON.stringify({ ...envelope, op: "apply", digest: knows ? digest : hex(next, 64), ...chosen });
    }
  }
}

/** The line with a few characters changed, taken away, or replaced by something that has broken into others. */
function spoilt(line: string, next: Next): string {
  let text = line;
  for (let edit = next(3); edit >= 0; edit--) {
    const at = next(text.length + 1);
    const inserted = next(3) === 0 ? String.fromCharCode(next(0x250)) : (oneOf(PAYLOADS, next) ?? "");
    text = text.slice(0, at) + inserted + text.slice(at + next(4));
  }
  return text;
}

/** A line that may be right, spoilt, or nothing of the protocol at all. */
export function anyLine(next: Next, told: Told): string {
  const kind = next(10);
  if (kind < 2) return rightLine(next, told);
  if (kind < 9) return spoilt(rightLine(next, told), next);
  return Array.from({ length: next(40) }, () => oneOf(PAYLOADS, next) ?? "").join("");
}
