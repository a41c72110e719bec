import * as v from "valibot";
import { UnreadableOutput } from "./contribution.ts";

/**
 * Reads a JSON text and checks its shape. Throws {@link UnreadableOutput} `bad-json` with the line where reading
 * stopped (0 when the engine does not say), or `bad-shape:<path>` with line 0.
 */
export function readJson<Schema extends v.GenericSchema>(text: string, schema: Schema): v.InferOutput<Schema> {
  const result = v.safeParse(schema, parseJson(text), { abortEarly: true });
  if (result.success) return result.output;
  throw new UnreadableOutput(0, `bad-shape:${v.getDotPath(result.issues[0]) ?? ""}`);
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
