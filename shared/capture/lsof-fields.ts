import { UnreadableOutput } from "./contribution.ts";

/** Something that a process has open. */
export interface OpenFile {
  readonly pid: number;
  /** Number of the descriptor, or lsof's word for what has none (`cwd`, `txt`). */
  readonly descriptor: string;
  /** Path of a file; of what is no file, lsof's words for it (`->0x35d0b1a2c7790e53`). */
  readonly name: string;
}

const FIELD = /^(?:p(?<pid>\d+)|f(?<descriptor>.+)|n(?<name>.*))$/;
/** Bytes that the C locale cannot print, and the backslash itself (lsof 4.89 and later; misc.c, safestrprt). */
const ESCAPED = /(?:\\x[0-9a-f]{2})+|\\\\/g;

/**
 * Reads `lsof -Ffn`, one field a line: a process, then each of its descriptors with a name. What a name holds besides
 * text in UTF-8 stays as lsof wrote it (`\n`). Throws {@link UnreadableOutput} `bad-field` for anything else.
 */
export function readLsofFields(text: string): OpenFile[] {
  const files: OpenFile[] = [];
  let pid: number | null = null;
  let descriptor: string | null = null;
  const lines = text.replace(/\n$/, "").split("\n");
  for (const [index, line] of text === "" ? [] : lines.entries()) {
    const field = FIELD.exec(line)?.groups;
    if (field?.["pid"] !== undefined) {
      pid = Number(field["pid"]);
      descriptor = null;
    } else if (field?.["descriptor"] !== undefined && pid !== null) {
      descriptor = field["descriptor"];
    } else if (field?.["name"] !== undefined && pid !== null && descriptor !== null) {
      files.push({ pid, descriptor, name: field["name"].replaceAll(ESCAPED, unescaped) });
    } else throw new UnreadableOutput(index + 1, "bad-field");
  }
  return files;
}

function unescaped(printed: string): string {
  if (printed === "\\\\") return "\\";
  try {
    return decodeURIComponent(printed.replaceAll("\\x", "%"));
  } catch (error) {
    if (error instanceof URIError) return printed;
    throw error;
  }
}
