/** One section of a systemd unit: keys with their values, in order; a key may come more than once. */
export interface UnitSection {
  readonly name: string;
  readonly lines: readonly (readonly [key: string, value: string])[];
}

/** The text of a unit, systemd.syntax(7). */
export function renderUnit(sections: readonly UnitSection[]): string {
  return sections
    .map(({ name, lines }) => [`[${name}]`, ...lines.map(([key, value]) => `${key}=${value}`)].join("\n"))
    .join("\n\n")
    .concat("\n");
}
