import { expect, it } from "vitest";
import { appCommand } from "../../../../scripts/start/app.mjs";

const runtime = { binary: "/some/electron", env: {} };

it("keeps Chromium's sandbox for everybody but root, to whom Chromium refuses it", () => {
  expect(appCommand(runtime, 0).args).toContain("--no-sandbox");
  expect(appCommand(runtime, 1000).args).not.toContain("--no-sandbox");
  expect(appCommand(runtime, undefined).args).not.toContain("--no-sandbox");
});
