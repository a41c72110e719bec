// @ts-check

/** What roff has names for; anything else beyond ASCII is written by its number. */
const NAMED = /** @type {Readonly<Record<string, string>>} */ ({
  "\\": "\\e",
  "-": "\\-",
  "'": "\\(aq",
  "`": "\\(ga",
  "^": "\\(ha",
  "~": "\\(ti",
  "“": "\\(lq",
  "”": "\\(rq",
  "’": "\\(cq",
  "…": "\\&...",
  "→": "\\(->",
});

/**
 * Text as roff prints it unchanged. A hyphen is a minus, so that options can be copied.
 *
 * @param {string} text one line
 */
export function roffText(text) {
  const escaped = text.replaceAll(/[\\\-'`^~]|[^ -~]/gu, (one) => NAMED[one] ?? `\\[u${hexOf(one)}]`);
  // A line that begins with a dot would be a request.
  return escaped.startsWith(".") ? `\\&${escaped}` : escaped;
}

/** How long lines of the source may be, as manuals want it; columns. */
const longest = 78;

/**
 * A paragraph, as lines that are short enough for an editor; roff fills them anew.
 *
 * @param {string} text
 */
export function paragraph(text) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || roffText(`${last} ${word}`).length > longest) lines.push(word);
    else lines.splice(-1, 1, `${last} ${word}`);
  }
  return lines.map(roffText).join("\n");
}

/** @param {string} text */
export const bold = (text) => `\\fB${roffText(text)}\\fR`;

/** @param {string} one character */
const hexOf = (one) => (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
