const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** An argument vector as a line that a person can paste into a shell; words with anything special are quoted. */
export function commandText(words: readonly string[]): string {
  return words.map((word) => (PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`)).join(" ");
}
