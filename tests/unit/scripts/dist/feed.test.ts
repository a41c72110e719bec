import { describe, expect, it } from "vitest";
import { feedSettings } from "../../../../scripts/dist/feed.mjs";

describe("the address where newer versions are put", () => {
  it("goes into the package", () => {
    const settings = { "publish.provider": "generic", "publish.url": "https://example.org/holdfast" };
    expect(feedSettings("https://example.org/holdfast")).toEqual(settings);
  });

  it.each([undefined, ""])("may be left out (%j): then a build does not look for any", (address) => {
    expect(feedSettings(address)).toEqual({});
  });

  it.each([
    "http://example.org/holdfast",
    "https://somebody@example.org/holdfast",
    "https://example.org/holdfast?token=1",
    "https://example.org/holdfast#x",
    "example.org/holdfast",
    "file:///srv/holdfast",
  ])("is refused when it is %s", (address) => {
    expect(() => feedSettings(address)).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(() => feedSettings(address)).toThrow("https address of a folder");
  });
});
