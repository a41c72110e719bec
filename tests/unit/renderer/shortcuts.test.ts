import { describe, expect, it } from "vitest";
import { keysText, shortcutOf, SHORTCUTS, sizeAfter } from "../../../renderer/app/shortcuts.ts";

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  ...held,
});

describe("the shortcuts", () => {
  it("are pressed with the command key on macOS and with the control key elsewhere", () => {
    expect(shortcutOf(key(",", { metaKey: true }), "darwin")).toBe("settings");
    expect(shortcutOf(key(",", { ctrlKey: true }), "darwin")).toBeNull();
    expect(shortcutOf(key(",", { ctrlKey: true }), "linux")).toBe("settings");
    expect(shortcutOf(key(",", { metaKey: true }), "linux")).toBeNull();
  });

  it("are no plain key, and none that is held with others", () => {
    expect(shortcutOf(key("r"), "linux")).toBeNull();
    expect(shortcutOf(key("r", { ctrlKey: true, altKey: true }), "linux")).toBeNull();
    expect(shortcutOf(key("q", { ctrlKey: true }), "linux")).toBeNull();
  });

  it("take a larger text also without the shift key", () => {
    expect(shortcutOf(key("=", { ctrlKey: true }), "linux")).toBe("larger");
    expect(shortcutOf(key("+", { ctrlKey: true }), "linux")).toBe("larger");
  });

  it("are written as each system writes them, each key once", () => {
    expect(keysText("R", "darwin")).toBe("⌘R");
    expect(keysText("R", "linux")).toBe("Ctrl+R");
    expect(new Set(SHORTCUTS.map((shortcut) => shortcut.key)).size).toBe(SHORTCUTS.length);
  });
});

describe("the text size", () => {
  it("goes up and down in steps, ends at both ends, and comes back", () => {
    expect([sizeAfter("larger", 100), sizeAfter("larger", 200), sizeAfter("smaller", 150)]).toEqual([125, 200, 125]);
    expect([sizeAfter("smaller", 100), sizeAfter("usual", 200)]).toEqual([100, 100]);
  });
});
