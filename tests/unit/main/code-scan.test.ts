import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesUnder } from "../../../scripts/build/sources.mjs";
import { inProject, projectFolder } from "../../../scripts/paths.mjs";

const files = filesUnder(projectFolder, ["electron/main", "electron/preload", "electron/updater"]).filter((file) =>
  file.endsWith(".ts"),
);
const sources = files.map((file) => ({ file, source: readFileSync(inProject(file), "utf8") }));

describe("the sources of the desktop app", () => {
  it("are seen by this test", () => {
    expect(sources.length).toBeGreaterThan(80);
  });

  it.each([
    ["report no crash", /\bcrashReporter\b/],
    ["take no links from other programs", /setAsDefaultProtocolClient|"open-url"/],
    [
      "let no page do what a page must not",
      /nodeIntegration: true|webviewTag: true|webSecurity: false|contextIsolation: false/,
    ],
    ["give no screen to a page", /setDisplayMediaRequestHandler/],
    ["start no Node of their own, for which a fuse would have to be open", /\bfork\(|ELECTRON_RUN_AS_NODE/],
    ["compile no text", /\beval\(|new Function\(/],
  ])("%s", (_what, pattern) => {
    expect(sources.filter(({ source }) => pattern.test(source)).map(({ file }) => file)).toEqual([]);
  });

  // Its address is that of the feed, out of a file of the package, and has to be HTTPS (electron/updater/feed-file.ts).
  it("open one page outside: that of the updates", () => {
    const opening = sources.filter(({ source }) => /\bopenExternal\(/.test(source)).map(({ file }) => file);
    expect(opening).toEqual(["electron/main/updates/start-updates.ts"]);
  });
});
