// @ts-check

/**
 * The text of a .deb's control file (deb-control(5)).
 *
 * @param {object} about
 * @param {ReadonlyMap<string, string>} about.options of fpm
 * @param {readonly string[]} about.depends
 * @param {readonly string[]} about.recommends
 * @param {number} about.kibibytes that its files take
 * @returns {string}
 */
export function controlText({ options, depends, recommends, kibibytes }) {
  const fields = [
    ["Package", options.get("name")],
    ["Version", options.get("version")],
    ["Architecture", options.get("architecture")],
    ["Maintainer", options.get("maintainer")],
    ["Installed-Size", String(kibibytes)],
    ["Depends", depends.join(", ")],
    ["Recommends", recommends.join(", ")],
    ["Section", options.get("category")],
    ["Priority", options.get("deb-priority")],
    ["Homepage", homepage(options.get("url"))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${[...lines, `Description: ${description(options.get("description") ?? "")}`].join("\n")}\n`;
}

/**
 * electron-builder insists on one; a name that belongs to nobody is for no reader.
 *
 * @param {string | undefined} url
 */
const homepage = (url) => (url?.endsWith(".invalid") ? undefined : url);

/**
 * The first line in short; of the others each begins with a blank.
 *
 * @param {string} text
 */
function description(text) {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line, index) => (index === 0 ? line : ` ${line}`)).join("\n");
}
