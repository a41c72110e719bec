import { redactArguments } from "./command-words.ts";
import { redactLabelled } from "./labelled-form.ts";
import { redactLines } from "./lines.ts";
import { redactProgram } from "./programs.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactPath, redactText, userName } from "./words.ts";

/** Fields that hold words of Holdfast's own, or interfaces. */
const KEPT = new Set(["holdfast", "transport", "state", "tunnels"]);

/** What Holdfast itself prints, one record in JSON a line. A line that is none is left out. */
export function redactRecords(text: string, pseudonyms: Pseudonyms): string {
  return redactLines(text, (line) => {
    if (line.trim() === "") return line;
    const record = parse(line);
    return isRecord(record) ? JSON.stringify(redactRecord(record, pseudonyms)) : pseudonyms.leftOut();
  });
}

function redactRecord(record: Record<string, unknown>, pseudonyms: Pseudonyms): Record<string, unknown> {
  const program = record["executable"];
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => {
      if (key === "arguments" && isTexts(value)) {
        return [key, redactArguments(value, typeof program === "string" ? program : null, pseudonyms)];
      }
      return [key, redactField(key, value, pseudonyms)];
    }),
  );
}

function redactField(key: string, value: unknown, pseudonyms: Pseudonyms): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => redactField(key, entry, pseudonyms));
  if (isRecord(value)) return redactRecord(value, pseudonyms);
  if (typeof value !== "string" || KEPT.has(key)) return value;
  switch (key) {
    case "user":
      return userName(value, pseudonyms);
    case "executable":
      return redactProgram(value, pseudonyms);
    case "path":
      return redactPath(value, pseudonyms);
    case "content":
      return redactLabelled(value, pseudonyms);
    default:
      return redactText(value, pseudonyms, "value");
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}
