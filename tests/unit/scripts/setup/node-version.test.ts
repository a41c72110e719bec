import { describe, expect, it } from "vitest";
import { requireNode, supportsNode } from "../../../../scripts/setup/node-version.mjs";

describe("Node's version", () => {
  it.each(["20.19.0", "20.20.2", "22.12.0", "23.0.0", "24.1.0"])("%s will do", (version) => {
    expect(supportsNode(version)).toBe(true);
  });

  it.each(["14.21.3", "18.20.4", "20.18.1", "21.7.3", "22.11.0"])("%s is too old", (version) => {
    expect(supportsNode(version)).toBe(false);
  });

  it("is named in the sentence that refuses it", () => {
    expect(() => requireNode("18.20.4")).toThrow("this is Node 18.20.4");
  });
});
