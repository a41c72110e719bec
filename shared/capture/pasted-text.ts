// Control sequences of a terminal: colours (grc), cursor moves. No output that is read here has any.
const ESCAPE = "\u001B";
const ESCAPES = new RegExp(String.raw`${ESCAPE}\[[0-?]*[ -/]*[@-~]`, "g");
/** A quoted line of a mail or of Markdown. */
const QUOTE = /^ {0,3}>(?: ?>)* ?/;
const QUOTED = /^ {0,3}>/;
/** A fence of Markdown on a line of its own, with or without the name of a language. */
const FENCE_LINE = /^\s*`{3,}\s*[\w+-]*\s*$/;
const FENCE_AT_START = /^\s*`{3,}/;
const FENCE_AT_END = /`{3,}\s*$/;

/** What all of the below need, to be asked once of a text with a million lines. */
const SIGN_OF_WRAPPING = new RegExp(`${ESCAPE}|\`{3}|^[ >]`, "m");

/** Whether anything may be wrapped around the lines of the text; without it, they are as the program printed them. */
export function mayBeWrapped(text: string): boolean {
  return SIGN_OF_WRAPPING.test(text);
}

/**
 * The lines of a text without what a terminal, a mail, a forum or Markdown wraps around them: colours, quotation marks,
 * fences, and the indentation that all lines have in common. As many lines as before, so that their numbers stay.
 */
export function withoutWrapping(lines: readonly string[]): string[] {
  const plain = lines.map(withoutEscapes);
  const unquoted = isQuoted(plain) ? plain.map((line) => line.replace(QUOTE, "")) : plain;
  return withoutCommonIndentation(unquoted.map(withoutFence));
}

function withoutEscapes(line: string): string {
  return line.includes(ESCAPE) ? line.replaceAll(ESCAPES, "") : line;
}

// A prompt may begin with the same mark; of a quotation most lines do.
function isQuoted(lines: readonly string[]): boolean {
  const marked = lines.filter((line) => QUOTED.test(line)).length;
  return marked > 1 && marked * 2 > lines.filter((line) => line.trim() !== "").length;
}

// Some begin their text on the line of the fence (dlenski/vpn-slice#143): only a lone word there names a language.
function withoutFence(line: string): string {
  if (!line.includes("```")) return line;
  return FENCE_LINE.test(line) ? "" : line.replace(FENCE_AT_START, "").replace(FENCE_AT_END, "");
}

function withoutCommonIndentation(lines: string[]): string[] {
  let common = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.trim() === "") continue;
    common = Math.min(common, line.length - line.replace(/^ +/, "").length);
    if (common === 0) return lines;
  }
  return Number.isFinite(common) ? lines.map((line) => line.slice(common)) : lines;
}
