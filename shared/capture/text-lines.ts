import { UnreadableOutput } from "./contribution.ts";
import { mayBeWrapped, withoutWrapping } from "./pasted-text.ts";

/** One line of a text, without its line end. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

// A shell prompt, with or without a command: `(base) user@host ~ % netstat -rn`, `bash-3.2$`, `root@host:~# `. Except
// for `$` the sign must stand alone or behind an `@`, so that a row cut at `fe80::%` or `link#` is not taken for one.
const PROMPT = /^(?:.*\s)?(?:[%#>❯➜]|\S*\$|\S*@\S*[#>])(?:\s.*)?$/u;
const LONGEST_PROMPT = 400;

/**
 * Splits a text into lines; LF and CRLF; without what pasting has wrapped around them. Throws {@link UnreadableOutput}
 * for a text with NUL, which no tool prints.
 */
export function linesOf(text: string): Line[] {
  if (text.includes("\0")) throw new UnreadableOutput(text.slice(0, text.indexOf("\0")).split("\n").length, "binary");
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  if (lines.at(-1) === "") lines.pop();
  const ended = lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  const plain = mayBeWrapped(text) ? withoutWrapping(ended) : ended;
  return plain.map((line, index) => ({ number: index + 1, text: line }));
}

/** Whether the text ends with a whole line. Every tool ends its last line; a text without that was cut, or trimmed. */
export function endsWithWholeLine(text: string): boolean {
  return text === "" || text.endsWith("\n");
}

/** The words of a text, separated by blanks. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** Whether the line holds no text at all. */
export function isBlank(line: Line): boolean {
  return line.text.trim() === "";
}

/** Whether the line is a shell prompt that was copied together with an output (capture 71). */
export function isPrompt(line: Line): boolean {
  return line.text.length <= LONGEST_PROMPT && PROMPT.test(line.text);
}
