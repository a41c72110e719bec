import type { CaptureSource } from "./contribution.ts";

const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const PREFIX = /^(?:(?:.*\/)?(?:env|sudo)|-.*)$/;
const QUOTED = /"[^"]*"|'[^']*'/g;
const TOKEN = /\||(?:"[^"]*"|'[^']*'|[^\s|"'])+/g;

/**
 * Reads a source text of a capture: a command with or without environment prefix, path, `sudo` and a trailing remark
 * (`LC_ALL=C ps -axo pid`, `/usr/sbin/netstat -rn`, `scutil --nwi (Wi-Fi off)`), `file:/etc/resolv.conf`, or
 * `log:openconnect`. The command is only recognised, never run. A pipe stays among the arguments as `|`.
 */
export function parseSource(text: string): CaptureSource {
  if (text.startsWith("file:")) return { kind: "file", path: text.slice("file:".length) };
  if (text.startsWith("log:")) return { kind: "log", client: text.slice("log:".length) };
  const [program = "", ...rest] = withoutPrefix(tokensOf(text));
  return { kind: "command", program: program.slice(program.lastIndexOf("/") + 1), arguments: rest };
}

/** A word as it must stand in a source text to be read back as one argument (`Wi-Fi`, `"USB (2nd floor)"`). */
export function quoteWord(word: string): string {
  if (/^[^\s|"'()]*[^\s|"'(),]$/.test(word)) return word;
  return word.includes('"') ? `'${word}'` : `"${word}"`;
}

/** Whether the source is this program. */
export function isCommand(source: CaptureSource, program: string): source is CommandSource {
  return source.kind === "command" && source.program === program;
}

/** A source that is a command. */
export type CommandSource = Extract<CaptureSource, { kind: "command" }>;

/** The arguments of the command itself, without a pipe that follows. */
export function ownArguments(source: CommandSource): readonly string[] {
  const pipe = source.arguments.indexOf("|");
  return pipe < 0 ? source.arguments : source.arguments.slice(0, pipe);
}

/** Whether the output went through another program (`| grep utun`), so that it shows only a part. */
export function isFiltered(source: CommandSource): boolean {
  return source.arguments.includes("|");
}

/** The letters of all short options, e.g. `rnl` for `-rn -l`. */
export function optionLetters(source: CommandSource): string {
  const options = ownArguments(source).filter((word) => /^-[A-Za-z]/.test(word));
  return options.map((word) => word.slice(1)).join("");
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const token of text.match(TOKEN) ?? []) {
    if (token.startsWith("(")) break;
    if (token.endsWith(",")) return [...tokens, token.slice(0, -1)];
    tokens.push(token.replaceAll(QUOTED, (part) => part.slice(1, -1)));
  }
  return tokens;
}

function withoutPrefix(tokens: string[]): string[] {
  const start = tokens.findIndex((token) => !ASSIGNMENT.test(token) && !PREFIX.test(token));
  return start < 0 ? [] : tokens.slice(start);
}
