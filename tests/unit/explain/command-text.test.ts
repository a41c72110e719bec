import { describe, expect, it } from "vitest";
import { commandText } from "../../../shared/explain/command-text.ts";

describe("a command as text", () => {
  it("can be pasted into a shell whatever its words hold", () => {
    expect(commandText(["sudo", "/usr/bin/node", "/opt/my app/it's.js", "clean"])).toBe(
      String.raw`sudo /usr/bin/node '/opt/my app/it'\''s.js' clean`,
    );
  });
});
