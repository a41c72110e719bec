import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../../scripts/paths.mjs";

const files = readdirSync(join(projectFolder, "renderer"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx"))
  .map((name) => ({ name, source: readFileSync(join(projectFolder, "renderer", name), "utf8") }));

/** What a component would write to step out of the tokens. */
const STEPS_OUT: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a size of type", /\btext-\[/],
  [
    "half a step of space",
    /\b-?(?:[mp][xytrbl]?|gap(?:-[xy])?|space-[xy]|size|[wh]|top|left|right|bottom|inset)-\d*\.\d/,
  ],
  ["a length of its own", /\b-?(?:[mp][xytrbl]?|gap(?:-[xy])?|space-[xy]|leading|tracking)-\[/],
  ["a colour of its own", /#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/],
  ["a style beside its class", /style=\{\{(?!\s*(?:height|transform):)/],
  ["a corner of its own", /\brounded(?:-[a-z]{1,2})?-\[|\brounded-(?:xs|sm|md|lg|xl|2xl)\b/],
];

describe("the components", () => {
  it("are read: there are dozens", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(STEPS_OUT)("take no %s but that of the tokens", (_, pattern) => {
    expect(files.filter(({ source }) => pattern.test(source)).map(({ name }) => name)).toEqual([]);
  });

  it.each(['className="text-[13px]"', 'className="mt-1.5"', 'className="px-[7px]"', 'fill="#fff"', "rounded-lg"])(
    "would not pass with %s",
    (source) => {
      expect(STEPS_OUT.some(([, pattern]) => pattern.test(source))).toBe(true);
    },
  );
});
