// XML of Apple's property lists, as text: each function gives one element, its lines indented from the margin.

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`;

/** A whole property list with this element at its top. */
export function propertyList(element: string): string {
  return `${HEAD}${element}\n</plist>\n`;
}

/** Elements by key, in the order given. */
export function dictionary(elements: Readonly<Record<string, string>>): string {
  const lines = Object.entries(elements).flatMap(([key, element]) => [`<key>${escaped(key)}</key>`, element]);
  return around("dict", lines);
}

/** A list of texts. */
export function strings(texts: readonly string[]): string {
  return around("array", texts.map(string));
}

/** A text. */
export function string(text: string): string {
  return `<string>${escaped(text)}</string>`;
}

/** A whole number, or what stands for one in a template. */
export function integer(number: number | string): string {
  return `<integer>${number}</integer>`;
}

/** Not so. */
export const NO = "<false/>";

function around(name: string, elements: readonly string[]): string {
  const lines = elements.flatMap((element) => element.split("\n")).map((line) => `  ${line}\n`);
  return `<${name}>\n${lines.join("")}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
