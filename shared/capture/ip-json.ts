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

// V8 gives the place only inside its message, and none at all when the text just ends.
function lineOfError(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : "";
  if (message.includes("end of JSON input")) return text.split("\n").length;
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? 0 : text.slice(0, Number(position)).split("\n").length;
}
