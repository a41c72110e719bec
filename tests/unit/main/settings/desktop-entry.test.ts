import { assert, property, array, string } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  execLine,
  isEntry,
  stringValue,
  valueOf,
  withValues,
} from "../../../../electron/main/settings/desktop-entry.ts";
import { readDesktopEntry, wordsOf } from "../../../support/desktop-entry-reader.ts";

const entryOf = (exec: string) => `[Desktop Entry]\nType=Application\nName=Some app\nExec=${exec}\n`;

const readBack = (exec: string) => wordsOf(readDesktopEntry(entryOf(exec)).get("Exec") ?? "");

describe("a command in a desktop entry", () => {
  it.each([
    ["/opt/Holdfast/holdfast", "/opt/Holdfast/holdfast"],
    ["/opt/我的程序/holdfast", "/opt/我的程序/holdfast"],
    ["/opt/My Apps/holdfast", '"/opt/My Apps/holdfast"'],
    ["/opt/100%/holdfast", "/opt/100%%/holdfast"],
    ["/opt/50% off/holdfast", '"/opt/50%% off/holdfast"'],
    ["/opt/a$b/holdfast", '"/opt/a\\\\$b/holdfast"'],
    ['/opt/a"b/holdfast', '"/opt/a\\\\"b/holdfast"'],
    ["/opt/a\\b/holdfast", '"/opt/a\\\\\\\\b/holdfast"'],
    ["/opt/a\nb/holdfast", '"/opt/a\\nb/holdfast"'],
  ])("is written as the specification says: %s", (program, written) => {
    expect(execLine([program])).toBe(written);
    expect(readBack(written)).toEqual([program]);
  });

  it("is read back as it was, whatever its words hold", () => {
    const word = string({ unit: "binary" }).filter((text) => !text.includes("\0"));
    assert(
      property(word, array(word, { maxLength: 3 }), (program, words) => {
        const command = [`/${program.replaceAll("=", "")}`, ...words];
        expect(readBack(execLine(command))).toEqual(command);
      }),
    );
  });
});

describe("a text in a desktop entry", () => {
  it.each(["plain", " blanks around ", "C:\\new\\table", "two\nlines\r\n\tand more", "100 % “safe”"])(
    "is read back as it was: %j",
    (text) => {
      const entry = withValues(entryOf("/app"), new Map([["Comment", stringValue(text)]]));
      expect(readDesktopEntry(entry).get("Comment")).toBe(text);
      expect(valueOf(entry, "Comment")).toBe(text);
    },
  );
});

describe("a desktop entry", () => {
  const text = [
    "# Mine",
    "[Desktop Entry]",
    "Type=Application",
    "Name = Some app",
    "Exec=/app",
    "",
    "[Desktop Action quit]",
    "Exec=/app --quit",
    "Hidden=false",
    "",
  ].join("\n");

  it("keeps all that is not changed, where it is", () => {
    const values = new Map([
      ["Name", "Other app"],
      ["Hidden", "true"],
    ]);
    expect(withValues(text, values)).toBe(
      text.replace("Name = Some app", "Name=Other app").replace("Exec=/app\n", "Exec=/app\nHidden=true\n"),
    );
  });

  it("is read from its main group only", () => {
    expect([valueOf(text, "Name"), valueOf(text, "Exec"), valueOf(text, "Hidden")]).toEqual(["Some app", "/app", null]);
  });

  it.each(["", "Exec=/app\n", "[Desktop Action quit]\nExec=/app\n"])("is none without its main group: %j", (other) => {
    expect([isEntry(other), valueOf(other, "Exec")]).toEqual([false, null]);
    expect(isEntry(text)).toBe(true);
  });
});
