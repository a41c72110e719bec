/** A JSON value as text that is the same for equal values: object keys in the order of their UTF-16 units, no white space. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  // In one loop without lists in between: a large plan has tens of thousands of entries.
  const entries = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(entries).toSorted()) {
    const entry = entries[key];
    if (entry !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalText(entry)}`;
  }
  return `{${text}}`;
}
