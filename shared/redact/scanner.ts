/** What a recogniser found at a place of a text: how many characters, and what stands there instead. */
export interface Found {
  readonly length: number;
  readonly text: string;
}

/** Looks at a place of a text; null when nothing of its kind begins there. */
export type Recogniser = (text: string, at: number) => Found | null;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;

/**
 * Reads a text from its beginning to its end: where a word may begin, the first recogniser that finds something decides
 * what stands there. What none of them knows are marks between words, which stay.
 */
export function scan(text: string, recognisers: readonly Recogniser[]): string {
  let result = "";
  let at = 0;
  while (at < text.length) {
    const found = firstFound(text, at, recognisers);
    const length = found?.length ?? 1;
    result += found?.text ?? text.slice(at, at + 1);
    at += length;
  }
  return result;
}

/** A recogniser for what a pattern (with flag y) matches. `replace` may refuse the match by null. */
export function byPattern(pattern: RegExp, replace: (match: RegExpExecArray) => string | null): Recogniser {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === "") return null;
    const replaced = replace(match);
    return replaced === null ? null : { length: match[0].length, text: replaced };
  };
}

/** Whether the character before this place belongs to a word, so that none can begin here. */
export function isInsideWord(text: string, at: number): boolean {
  return at > 0 && WORD_CHARACTER.test(text.charAt(at - 1));
}

function firstFound(text: string, at: number, recognisers: readonly Recogniser[]): Found | null {
  for (const recogniser of recognisers) {
    const found = recogniser(text, at);
    if (found !== null) return found;
  }
  return null;
}
