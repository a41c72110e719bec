import { describe, expect, it } from "vitest";
import { createModel } from "../../../../electron/main/model.ts";
import { createUpdates } from "../../../../electron/main/updates/updates.ts";
import type { UpdatesParts } from "../../../../electron/main/updates/updates.ts";
import type { UpdateFeed } from "../../../../electron/updater/update-feed.ts";
import { DONE, failed } from "../../../../shared/contract/result.ts";
import type { UpdateWay } from "../../../../shared/contract/updates.ts";
import { codedText } from "../../../../shared/snapshot/coded-text.ts";
import { modelAfter, recordedSnapshot } from "../../../support/judged.ts";

const RELEASE = { version: "2.0.0", notes: "" };
const PACKAGE = { path: "/cache/holdfast.deb", digests: ["a"] };

/** An app that is updated in some way by a feed that has a release, unless it is said otherwise. */
function scene(way: UpdateWay, change: Partial<UpdateFeed> = {}, parts: Partial<UpdatesParts> = {}) {
  const start = modelAfter(recordedSnapshot("02-seed-after-switch-clean"));
  const model = createModel({ ...start, updates: { ...start.updates, way } });
  const done: string[] = [];
  const feed: UpdateFeed = {
    page: "https://updates.example/",
    check: async () => ({ ok: true, value: RELEASE }),
    download: async () => ({ ok: true, value: PACKAGE }),
    replaceApp: () => undefined,
    ...change,
  };
  const updates = createUpdates({
    model,
    way: async () => way,
    openFeed: async () => ({ ok: true, value: feed }),
    install: async ({ path }) => {
      done.push(`install ${path}`);
      return null;
    },
    commandFor: (path) => `sudo apt-get install ${path}`,
    openPage: async (url) => void done.push(`open ${url}`),
    onChecked: () => void done.push("checked"),
    onMistake: () => codedText("internal", { log: "main.log" }),
    ...parts,
  });
  return { updates, done, progress: () => model.getState().updates.progress };
}

describe("updating", () => {
  it("does one thing at a time, and nothing that was not offered", async () => {
    const { updates, done, progress } = scene("password");
    expect(await updates.downloadUpdate(null)).toEqual(failed("busy"));
    expect(await updates.installUpdate(null)).toEqual(failed("busy"));
    const checked = updates.checkForUpdates(null);
    expect(await updates.checkForUpdates(null)).toEqual(failed("busy"));
    expect(await checked).toEqual(DONE);
    expect(await updates.installUpdate(null)).toEqual(failed("busy"));
    expect(await updates.downloadUpdate(null)).toEqual(DONE);
    expect(await updates.installUpdate(null)).toEqual(DONE);
    expect(done).toEqual(["checked", "install /cache/holdfast.deb"]);
    expect(progress()).toEqual({ state: "installing", release: RELEASE });
  });

  it.each(["source", "no-feed"] as const)("asks nobody where there is no feed (%s)", async (way) => {
    const { updates, done, progress } = scene(way);
    expect(await updates.checkForUpdates(null)).toEqual(failed("busy"));
    await updates.checkQuietly();
    expect([done, progress()]).toEqual([[], { state: "unchecked" }]);
  });

  it("from a page opens the page, and downloads nothing", async () => {
    const { updates, done } = scene("page");
    await updates.checkForUpdates(null);
    expect(await updates.downloadUpdate(null)).toEqual(failed("busy"));
    expect(await updates.installUpdate(null)).toEqual(DONE);
    expect(done).toEqual(["checked", "open https://updates.example/"]);
  });

  it("in a terminal says the command, and installs nothing", async () => {
    const { updates, done, progress } = scene("terminal");
    await updates.checkForUpdates(null);
    await updates.downloadUpdate(null);
    expect(progress()).toMatchObject({ command: "sudo apt-get install /cache/holdfast.deb" });
    expect(await updates.installUpdate(null)).toEqual(failed("busy"));
    expect(done).toEqual(["checked"]);
  });

  it("that fails says why, notes what nobody foresaw, and can be tried again", async () => {
    const refused = codedText("authorisation-refused");
    const answers = [refused, null];
    const { updates, progress } = scene("password", {}, { install: async () => answers.shift() ?? null });
    await updates.checkForUpdates(null);
    await updates.downloadUpdate(null);
    expect(await updates.installUpdate(null)).toEqual({ ok: false, error: refused });
    expect(progress()).toEqual({ state: "failed", error: refused, release: RELEASE });
    expect(await updates.installUpdate(null)).toEqual(DONE);

    const broken = scene("password", { check: () => Promise.reject(new Error("odd")) });
    expect(await broken.updates.checkForUpdates(null)).toMatchObject({ error: { code: "internal" } });
    expect(broken.progress()).toMatchObject({ state: "failed", release: null });
  });

  it("by itself tells of a new version, and of no failure", async () => {
    const found = scene("password");
    await found.updates.checkQuietly();
    expect(found.progress()).toEqual({ state: "available", release: RELEASE });
    const unreachable = scene("password", { check: async () => failed("feed-unreachable") });
    await unreachable.updates.checkQuietly();
    expect(unreachable.progress()).toEqual({ state: "unchecked" });
    expect(unreachable.done).toEqual([]);
  });
});
