import * as v from "valibot";
import { UnreadableOutput } from "./contribution.ts";
import type { CaptureSource } from "./contribution.ts";
import { isBlank, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** First word of the sources that Holdfast itself prints, e.g. `holdfast processes`. */
const RECORDER = "holdfast";

/** Whether the source is Holdfast's own listing of the given kind. */
export function isRecording(source: CaptureSource, kind: string): boolean {
  return source.kind === "command" && source.program === RECORDER && source.arguments.join(" ") === kind;
}

/**
 * Reads newline-delimited JSON: a first line of the one shape, all further lines of the other. Throws
 * {@link UnreadableOutput} `no-header`, `bad-json` or `bad-shape:<path>` with the line.
 */
export function readRecords<Header extends v.GenericSchema, Entry extends v.GenericSchema>(
  text: string,
  header: Header,
  entry: Entry,
): { header: v.InferOutput<Header>; entries: v.InferOutput<Entry>[] } {
  const [first, ...rest] = linesOf(text).filter((line) => !isBlank(line));
  if (first === undefined) throw new UnreadableOutput(0, "no-header");
  return { header: readLine(first, header), entries: rest.map((line) => readLine(line, entry)) };
}

/** The text that {@link readRecords} reads. */
export function writeRecords(header: object, entries: readonly object[]): string {
  return [header, ...entries].map((record) => `${JSON.stringify(record)}\n`).join("");
}

function readLine<Schema extends v.GenericSchema>(line: Line, schema: Schema): v.InferOutput<Schema> {
  const result = v.safeParse(schema, parseJson(line), { abortEarly: true });
  if (result.success) return result.output;
  throw new UnreadableOutput(line.number, `bad-shape:${v.getDotPath(result.issues[0]) ?? ""}`);
}

function parseJson(line: Line): unknown {
  try {
    return JSON.parse(line.text);
  } catch (error) {
    throw new UnreadableOutput(line.number, error instanceof SyntaxError ? "bad-json" : String(error));
  }
}
