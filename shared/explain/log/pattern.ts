import { foldMarks } from "./fold.ts";

/**
 * What the typed arguments of a pattern accept; `text` is everything else. All are bounded, so that a hostile line
 * cannot make a match slow.
 */
const TYPED = {
  int: "-?\\d{1,20}",
  hex: "[0-9a-fA-F]{1,16}",
  bytes: "[0-9a-f]{2}(?: [0-9a-f]{2}){0,63}",
  word: "\\S{1,255}",
  host: "\\[[^\\]\\s]{1,80}\\]|[^\\s:\\[\\]]{1,255}",
} as const;

type ArgumentKind = keyof typeof TYPED | "text";

interface Literal {
  readonly literal: string;
}
interface Argument {
  readonly name: string;
  readonly kind: ArgumentKind;
}
type Token = Literal | Argument;

/** A stretch of literals and typed arguments between two free texts. */
interface Run {
  readonly expression: RegExp;
  readonly names: readonly string[];
  /** Free text that stands before the run, null for the first run. */
  readonly textBefore: string | null;
}

/** One printed line of a message, ready to be compared. */
export interface LinePattern {
  /** Folded literal at the start, empty when an argument comes first. */
  readonly prefix: string;
  /** Longest folded literal anywhere: a line without it cannot match. */
  readonly needle: string;
  /** Characters that are literal; of two patterns that match the one with more is right. */
  readonly literalLength: number;
  /** Number of typed arguments; decides between patterns with equally many literal characters. */
  readonly typedArguments: number;
  readonly runs: readonly Run[];
}

/**
 * Compiles one line of a catalogue pattern (`{name}`, `{name:int}`, …).
 * Throws when the pattern has an unknown kind or two free texts without a literal between them.
 */
export function compileLine(pattern: string): LinePattern {
  const tokens = tokensOf(pattern);
  const literals = tokens.flatMap((token) => ("literal" in token ? [token.literal] : []));
  const first = tokens[0];
  return {
    prefix: first !== undefined && "literal" in first ? first.literal : "",
    needle: literals.reduce((longest, literal) => (literal.length > longest.length ? literal : longest), ""),
    literalLength: literals.join("").length,
    typedArguments: tokens.filter((token) => "kind" in token && token.kind !== "text").length,
    runs: runsOf(tokens, pattern),
  };
}

/** Names of a pattern's arguments, in the order in which they stand. */
export function argumentNames(pattern: string): string[] {
  return [...pattern.matchAll(/\{(\w+)(?::\w+)?\}/g)].map((match) => match[1] ?? "");
}

/**
 * Compares a whole line with a pattern, free texts as short as possible.
 * `folded` is `line` after foldMarks(); arguments are cut from `line`. Null when it does not match.
 * Looks at each run once, from left to right, so the cost grows with the length of the line only.
 */
export function matchLine(pattern: LinePattern, line: string, folded: string): Record<string, string> | null {
  const args: Record<string, string> = {};
  let position = 0;
  for (const run of pattern.runs) {
    run.expression.lastIndex = position;
    const match = run.expression.exec(folded);
    if (match === null) return null;
    if (run.textBefore !== null) args[run.textBefore] = line.slice(position, match.index).trim();
    run.names.forEach((name, index) => (args[name] = match[index + 1] ?? ""));
    position = match.index + match[0].length;
  }
  return args;
}

function tokensOf(pattern: string): Token[] {
  return pattern.split(/(\{\w+(?::\w+)?\})/).flatMap((piece) => tokenOf(piece) ?? []);
}

function tokenOf(piece: string): Token | null {
  if (piece === "") return null;
  const argument = /^\{(\w+)(?::(\w+))?\}$/.exec(piece);
  if (argument === null) return { literal: foldMarks(piece) };
  const kind = argument[2] ?? "text";
  if (kind !== "text" && !isTyped(kind)) throw new Error(`Unknown kind of argument: ${piece}`);
  return { name: argument[1] ?? "", kind };
}

function isTyped(kind: string): kind is keyof typeof TYPED {
  return Object.hasOwn(TYPED, kind);
}

function runsOf(tokens: readonly Token[], pattern: string): Run[] {
  const stretches: { tokens: Token[]; textBefore: string | null }[] = [{ tokens: [], textBefore: null }];
  for (const token of tokens) {
    const current = stretches.at(-1);
    if (!("kind" in token) || token.kind !== "text") {
      current?.tokens.push(token);
      continue;
    }
    if (current?.textBefore !== null && current?.tokens.length === 0) {
      throw new Error(`Two free texts without a literal between them: ${pattern}`);
    }
    stretches.push({ tokens: [], textBefore: token.name });
  }
  return stretches.map((stretch, index) => ({
    expression: expressionOf(stretch.tokens, index === 0, index === stretches.length - 1),
    names: stretch.tokens.flatMap((token) => ("name" in token ? [token.name] : [])),
    textBefore: stretch.textBefore,
  }));
}

function expressionOf(tokens: readonly Token[], first: boolean, last: boolean): RegExp {
  const source = tokens.map(sourceOf).join("");
  return new RegExp(last ? `${source}$` : source, first ? "y" : "g");
}

function sourceOf(token: Token): string {
  if ("literal" in token) return token.literal.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return token.kind === "text" ? "" : `(${TYPED[token.kind]})`;
}
