const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Marks that translators, editors and chat programs exchange freely, each with the one used for comparison. */
const SAME_MARK: Readonly<Record<string, string>> = {
  "。": ".",
  "、": ",",
  "“": '"',
  "”": '"',
  "„": '"',
  "‘": "'",
  "’": "'",
  "\u00a0": " ",
  "\u3000": " ",
};

/**
 * Makes two spellings of the same line comparable: full-width and typographic marks become ASCII ones. One character
 * stays one character, so a position in the result is the same position in the input.
 */
export function foldMarks(text: string): string {
  return text.replace(/[\u00a0\u2018-\u201e\u3000-\u3002\uff01-\uff5e]/g, foldMark);
}

function foldMark(mark: string): string {
  const code = mark.charCodeAt(0);
  if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) return String.fromCharCode(code - FULL_WIDTH_OFFSET);
  return SAME_MARK[mark] ?? mark;
}
