import * as v from "valibot";
import { UnreadableOutput } from "./contribution.ts";
import { TABLE_LIMITS } from "./table-limits.ts";

/**
 * Reads a JSON list, checks the shape of each row and takes it over by `read`. Row by row, because a routing table can
 * have a million. Throws {@link UnreadableOutput} `bad-json` with the line where reading stopped (0 when the engine does
 * not say), `bad-shape:<path>` with line 0, or `too-large` for more rows than are ever read.
 */
export function readJsonRows<Schema extends v.GenericSchema, Value>(
  text: string,
  schema: Schema,
  read: (row: v.InferOutput<Schema>) => Value,
): Value[] {
  const rows: unknown = parseJson(text);
  if (!Array.isArray(rows)) throw new UnreadableOutput(0, "bad-shape:");
  if (rows.length > TABLE_LIMITS.rows) throw new UnreadableOutput(0, "too-large");
  return rows.map((row: unknown, index) => read(shaped(row, schema, index)));
}

/** A row that has the shape, as the schema gives it. Throws {@link UnreadableOutput} `bad-shape:<index>.<path>`. */
export function shaped<Schema extends v.GenericSchema>(
  row: unknown,
  schema: Schema,
  index: number,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, row, { abortEarly: true });
  if (result.success) return result.output;
  const path = v.getDotPath(result.issues[0]);
  throw new UnreadableOutput(0, `bad-shape:${index}${path === null ? "" : `.${path}`}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableOutput(lineOfError(text, error), "bad-json");
  }
}

// V8 gives the place only in some of its messages; iproute2 prints everything in one line unless asked otherwise.
function lineOfError(text: string, error: unknown): number {
  if (!text.trim().includes("\n")) return 1;
  const position = /position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? 0 : text.slice(0, Number(position)).split("\n").length;
}
