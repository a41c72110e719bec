// @ts-check

/**
 * A table as oxfmt would write it: columns padded to their widest cell.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function markdownTable(head, rows) {
  const all = [head, ...rows].map((cells) => cells.map(escapeCell));
  const widths = head.map((_, column) => Math.max(3, ...all.map((cells) => widthOf(cells[column] ?? ""))));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, column) => padded(cells[column] ?? "", width)).join(" | ")} |`;
  const [first = [], ...others] = all;
  return [line(first), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...others.map(line)].join("\n");
}

/**
 * A text of a list, such as the description of a command, as a sentence: with a capital letter and a full stop.
 *
 * @param {string} text
 */
export const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;

/** @param {string} cell */
const escapeCell = (cell) => cell.replaceAll("|", "\\|");

/**
 * @param {string} text
 * @param {number} width
 */
const padded = (text, width) => text + " ".repeat(width - widthOf(text));

/** Chinese characters are two columns wide. @param {string} text */
const widthOf = (text) => [...text].reduce((sum, one) => sum + (/[\u2E80-\u9FFF\uFF00-\uFF60]/.test(one) ? 2 : 1), 0);
