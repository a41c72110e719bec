/** A clock with seconds ends the word: `18:51:12`, `18.51.12`, `12초`, `18时51分12秒`. */
const CLOCK_END = /(?:\d[:.]\d{2}[:.]\d{2}|\d{1,2}(?:초|秒))$/u;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
const CPU_TIME = /^(?:\d+-)?\d+:\d{2}(?::\d{2})?(?:[.,]\d+)?$/;
const MOST_WORDS_TO_CLOCK = 9;
/** `PM 2026`: one word may stand between them. */
const MOST_WORDS_FROM_CLOCK_TO_YEAR = 2;
const MOST_WORDS_OF_SHORT_START = 3;
const WORDS = /\S+/g;

/**
 * Characters that a start time of `lstart` takes at the beginning of a text, leading blanks included; 0 when there is
 * none. The format is the locale's `%c`, four to seven words with the year before or behind the clock, and padded to a
 * width that depends on the bytes of its letters (macos-facts §10), so only its content tells where it ends.
 */
export function longStartLength(text: string): number {
  let yearSeen = false;
  let wordsAllowed = MOST_WORDS_TO_CLOCK;
  let clockSeen = false;
  for (const match of text.matchAll(WORDS)) {
    if (wordsAllowed-- === 0) return 0;
    yearSeen ||= YEAR.test(match[0]);
    if (!clockSeen && CLOCK_END.test(match[0])) {
      clockSeen = true;
      wordsAllowed = MOST_WORDS_FROM_CLOCK_TO_YEAR;
    }
    if (clockSeen && yearSeen) return match.index + match[0].length;
  }
  return 0;
}

/**
 * Characters that the start time of `ps aux` takes, leading blanks included: one word (`1:59下午`, `Sat02PM`), in
 * some locales more (`17 8月25`). The CPU time, which follows, tells where it ends. 0 when no CPU time follows.
 */
export function shortStartLength(text: string): number {
  const words = [...text.slice(0, 200).matchAll(WORDS)].slice(0, MOST_WORDS_OF_SHORT_START + 1);
  const time = words.findIndex((word, index) => index > 0 && CPU_TIME.test(word[0]));
  const last = words[time - 1];
  return last === undefined ? 0 : last.index + last[0].length;
}
