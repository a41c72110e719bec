import { catalogue } from "./catalogue.ts";
import type { ErrorTextId, MessageId } from "./catalogue.ts";
import { errorTextsIn } from "./error-texts.ts";
import { lineReadings } from "./line-start.ts";
import type { LineReadings } from "./line-start.ts";
import type { LogSeverity, Tool } from "./message.ts";
import { messageIndex } from "./message-index.ts";
import type { FoundMessage } from "./message-index.ts";
import { matchLine } from "./pattern.ts";
import type { LinePattern } from "./pattern.ts";
import { foldMarks } from "./fold.ts";

/**
 * What a line is: `message` of the catalogue, `continuation` of the message above it, `command` that a person typed,
 * `blank`, or `other`: nothing that the catalogue knows.
 */
export type LineRole = "message" | "continuation" | "command" | "blank" | "other";

/** One line of a log and what it is. Its words for people are in the locales under `messageId` and `errorTexts`. */
export interface LogLine {
  /** Counted from 1. */
  readonly number: number;
  /** As it stands in the log, without its line end; credentials that the catalogue knows of are masked. */
  readonly text: string;
  /** As printed, null when the line has none. */
  readonly timestamp: string | null;
  readonly role: LineRole;
  readonly tool: Tool | null;
  readonly messageId: MessageId | null;
  /** Every argument of the message by name; empty text where the line does not print it. */
  readonly args: Readonly<Record<string, string>>;
  /** Why: texts of the system or of the TLS library inside the line, each with an explanation of its own. */
  readonly errorTexts: readonly ErrorTextId[];
  readonly severity: LogSeverity;
}

/** A line, and what the next line may be if it goes on with the same message. */
export interface ReadLine {
  readonly line: LogLine;
  readonly expected: Expected | null;
}

/** A message that is printed over several lines and has not ended yet. */
export interface Expected {
  readonly found: FoundMessage;
  readonly following: readonly LinePattern[];
}

/** What replaces a credential. */
const MASK = "•••";

const index = messageIndex(catalogue);

/**
 * Explains one line. `raw` is the line without its end (a carriage return is taken off), `number` counts from 1,
 * `expected` is what the line before left open.
 */
export function readLogLine(raw: string, number: number, expected: Expected | null): ReadLine {
  const text = raw.replace(/\r+$/, "");
  const readings = lineReadings(text);
  const unknown: LogLine = {
    number,
    text,
    timestamp: readings.timestamp,
    role: "blank",
    tool: null,
    messageId: null,
    args: {},
    errorTexts: [],
    severity: "info",
  };
  if (readings.texts.at(-1) === "") return { line: unknown, expected };
  return (
    continuation(unknown, readings, expected) ??
    message(unknown, readings) ?? {
      line: {
        ...unknown,
        role: readings.typed ? "command" : "other",
        errorTexts: errorTextsIn(readings.texts[0] ?? ""),
      },
      expected: null,
    }
  );
}

function continuation(line: LogLine, readings: LineReadings, expected: Expected | null): ReadLine | null {
  const next = expected?.following[0];
  if (expected === null || next === undefined) return null;
  for (const text of readings.texts) {
    const args = matchLine(next, text, foldMarks(text));
    if (args === null) continue;
    const following = expected.following.slice(1);
    return {
      line: withMessage(line, "continuation", { ...expected.found, args: { ...expected.found.args, ...args } }),
      expected: following.length === 0 ? null : { found: expected.found, following },
    };
  }
  return null;
}

function message(line: LogLine, readings: LineReadings): ReadLine | null {
  for (const text of readings.texts) {
    const found = index.find(text);
    if (found === null) continue;
    const { following } = found;
    return {
      line: withMessage(line, "message", found),
      expected: following.length === 0 ? null : { found, following },
    };
  }
  return null;
}

function withMessage(line: LogLine, role: LineRole, found: FoundMessage): LogLine {
  const { entry, args } = found;
  const explained: LogLine = {
    ...line,
    role,
    tool: entry.tool,
    messageId: entry.id,
    args,
    errorTexts: errorTextsIn(Object.values(args).join("\n")).filter((id) => id !== entry.id),
    severity: entry.severity,
  };
  return entry.secret === undefined ? explained : withoutSecrets(explained, entry.secret);
}

function withoutSecrets(line: LogLine, names: readonly string[]): LogLine {
  const secrets = names.map((name) => line.args[name] ?? "").filter((value) => value !== "");
  const args = Object.fromEntries(
    Object.entries(line.args).map(([name, value]) => [name, secrets.includes(value) ? MASK : value]),
  );
  return { ...line, args, text: secrets.reduce(mask, line.text) };
}

/** Without the credential; a line in which it stands in another spelling (white space) is given up as a whole. */
function mask(text: string, secret: string): string {
  return text.includes(secret) ? text.replaceAll(secret, MASK) : MASK;
}
