import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { electronProgram, startApp } from "./app/start-app.ts";
import type { RunningApp } from "./app/start-app.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";
import { feedFile, makeAppFolder } from "./updates/app-folder.ts";
import { askFeed, isUpdaterLoaded } from "./updates/ask-feed.ts";
import { announced, elsewhere, LIST, listOf, SILENT, slowly, startFeed, stuck, text, whole } from "./updates/feed.ts";
import type { Answer, Feed } from "./updates/feed.ts";
import { look, packagesIn, updatesPart } from "./updates/updates-part.ts";

// One app is asked one thing after the other.
test.describe.configure({ mode: "serial" });

let desktop: Desktop;
let feed: Feed;
/** Somebody else's server. */
let other: Feed;
let holdfast: RunningApp;
let version: string;

test.beforeAll(async () => {
  desktop = await startDesktop();
  [feed, other] = await Promise.all([startFeed(), startFeed()]);
  const folder = join(desktop.folder, "app");
  version = await makeAppFolder(folder, feed.url);
  holdfast = await startApp(desktop, { folder });
  await desktop.chooseMenuItem("Settings…");
});

test.afterAll(async () => {
  await holdfast?.stop();
  await Promise.all([feed?.stop(), other?.stop()]);
  await desktop?.stop();
});

test("nobody is asked anything before the user asks for it, and what would ask is not even loaded", async () => {
  const part = updatesPart(holdfast.page);
  await expect(part.getByRole("switch", { name: "Look for a new version once a week" })).not.toBeChecked();
  await expect(part.getByRole("button", { name: "Look for a new version" })).toBeVisible();
  expect(feed.asked).toEqual([]);
  expect(await isUpdaterLoaded(holdfast.app)).toBe(false);
  await look(holdfast.page);
  expect(await isUpdaterLoaded(holdfast.app)).toBe(true);
});

test("what is wrong with a feed is said in a sentence, and it can be tried again", async () => {
  const part = updatesPart(holdfast.page);
  const wrong: readonly (readonly [Answer, string])[] = [
    [text("", 404), "has nothing at this address"],
    [text("no: [list"), "no list of versions"],
    [text("<html><p>Welcome to our Wi-Fi"), "no list of versions"],
    [text(listOf({ version: "the next one" }, "/holdfast.deb")), "no list of versions"],
    [text(listOf({ version: "99.0.0" }, "/holdfast.deb").replaceAll(/sha512: .*/g, "sha2: ab")), "no list of versions"],
    [text("out of order", 500), "a problem of its own (500)"],
    [elsewhere(`${other.url}${LIST}`), "points to another place"],
    [(response) => response.destroy(), "could not be reached"],
  ];
  other.publish({ version: "99.0.0" });
  for (const [answer, sentence] of wrong) {
    feed.answer(LIST, answer);
    await look(holdfast.page);
    await expect(part.getByRole("alert")).toContainText(sentence);
  }
  expect(other.asked).toEqual([]);
});

test("neither the same version nor an older one is offered", async () => {
  for (const offered of [version, "0.0.1"]) {
    feed.publish({ version: offered });
    await look(holdfast.page);
    await expect(updatesPart(holdfast.page)).toContainText("This is the newest version.");
  }
});

test("what is not what was announced, or comes from elsewhere, is refused, and nothing of it is left", async () => {
  const part = updatesPart(holdfast.page);
  const wrong: readonly (readonly [Answer, string])[] = [
    [whole(Buffer.from("something else")), "What came is not what was announced. It was deleted"],
    [elsewhere(`${other.url}/holdfast.deb`), "points to another place"],
    [text("", 404), "has nothing at this address"],
  ];
  other.answer("/holdfast.deb", whole(announced("99.0.0")));
  for (const [answer, sentence] of wrong) {
    feed.answer(feed.publish({ version: "99.0.0" }), answer);
    await look(holdfast.page);
    await part.getByRole("button", { name: "Download it" }).click();
    await expect(part.getByRole("alert")).toContainText(sentence);
    expect(await packagesIn(desktop)).toEqual([]);
  }
  expect(other.asked).toEqual([]);
});

test("a newer version is found, fetched and installed one step at a time, as the user says", async () => {
  const part = updatesPart(holdfast.page);
  const askedBefore = feed.asked.length;
  const asked = () => feed.asked.slice(askedBefore).map(({ path }) => path);
  let sendRest = () => {};
  const rest = new Promise<void>((send) => (sendRest = send));
  const file = feed.publish({ version: "99.0.0", notes: "Finds <b>more</b> routes." });
  feed.answer(file, slowly(announced("99.0.0"), rest));

  await look(holdfast.page);
  await expect(part).toContainText("Version 99.0.0 is available.");
  await expect(part).toContainText("Finds <b>more</b> routes.");
  expect(asked()).toEqual([LIST]);

  await part.getByRole("button", { name: "Download it" }).click();
  await expect(part.getByRole("progressbar")).toHaveAttribute("aria-valuenow", /^[567]\d$/);
  sendRest();
  await expect(part).toContainText("it is the file that was announced");
  expect(asked()).toEqual([LIST, file]);
  const [path = ""] = await packagesIn(desktop);
  expect(await readFile(path)).toEqual(announced("99.0.0"));

  // Nobody can be asked for a password on this desktop.
  await part.getByRole("button", { name: "Install it and restart Holdfast" }).click();
  await expect(part.getByRole("alert")).toContainText(`Run this in a terminal: sudo apt-get install ${path}`);
});

test("a file that was changed since it came is deleted and not installed", async () => {
  const part = updatesPart(holdfast.page);
  const [path = ""] = await packagesIn(desktop);
  await appendFile(path, "more");
  await part.getByRole("button", { name: "Try again" }).click();
  await expect(part.getByRole("alert")).toContainText("was changed since it came");
  expect(await packagesIn(desktop)).toEqual([]);
});

test("the server learns nothing about the user, and no number is kept to know the user by", async () => {
  const told = new Set(feed.asked.flatMap(({ headers }) => Object.keys(headers)));
  expect([...told].filter((name) => !HARMLESS.has(name))).toEqual([]);
  expect(new Set(feed.asked.map(({ headers }) => headers["user-agent"]))).toEqual(new Set(["Holdfast"]));
  expect(new Set(feed.asked.map(({ headers }) => headers["accept-language"]))).toEqual(new Set(["*"]));
  expect(await readdir(holdfast.data)).not.toContain(".updaterId");
});

/** What Chromium says with every request, and what is needed to be answered. */
const HARMLESS = new Set([
  ...["host", "connection", "cache-control", "accept", "accept-encoding", "accept-language", "user-agent"],
  ...["sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"],
]);

test("a feed that says nothing, or stops in the middle of a file, is not waited for without an end", async () => {
  const file = join(desktop.folder, "app", "app-update.yml");
  const patience = { check: 300, download: 300 };
  feed.answer(LIST, SILENT);
  expect(await askFeed(holdfast.app, { file, isPackaged: false, patience })).toMatchObject({ check: "feed-slow" });
  feed.answer(feed.publish({ version: "99.0.0" }), stuck(announced("99.0.0")));
  const patient = { ...patience, check: 10_000 };
  expect(await askFeed(holdfast.app, { file, isPackaged: false, patience: patient })).toEqual({
    check: null,
    download: "feed-slow",
  });
  await expect.poll(() => packagesIn(desktop)).toEqual([]);
});

test("an installed app asks no feed that is not vouched for by HTTPS, and a release without a package for it is none", async () => {
  const file = join(desktop.folder, "app", "app-update.yml");
  const patience = { check: 10_000, download: 10_000 };
  const before = feed.asked.length;
  expect(await askFeed(holdfast.app, { file, isPackaged: true, patience })).toMatchObject({ check: "feed-unusable" });
  for (const url of ["http://192.0.2.1/", "ftp://127.0.0.1/", "nowhere", `http://me:it@${feed.url.slice(7)}/`]) {
    const odd = join(desktop.folder, "odd.yml");
    await writeFile(odd, feedFile(url));
    expect(await askFeed(holdfast.app, { file: odd, isPackaged: false, patience })).toMatchObject({
      check: "feed-unusable",
    });
  }
  expect(feed.asked).toHaveLength(before);
  feed.answer(LIST, text(listOf({ version: "99.0.0" }, "/Holdfast.AppImage")));
  expect(await askFeed(holdfast.app, { file, isPackaged: false, patience })).toMatchObject({ download: "no-package" });
});

test("a Holdfast that runs from its source says that it is updated there, and offers nothing", async () => {
  await holdfast.stop();
  holdfast = await startApp(desktop);
  await desktop.chooseMenuItem("Settings…");
  const part = updatesPart(holdfast.page);
  await expect(part).toContainText("git brings what is new");
  await expect(part.getByRole("button")).toHaveCount(0);
});

test("an AppImage is replaced by the new one, which is started when the old one has ended", async () => {
  await holdfast.stop();
  // The program that runs is taken for one that lies in an AppImage, whose place this file has.
  const appImage = join(desktop.folder, "Holdfast.AppImage");
  const started = join(desktop.folder, "started");
  await writeFile(appImage, "the old one");
  const env = { APPIMAGE: appImage, APPDIR: dirname(await electronProgram()) };
  holdfast = await startApp(desktop, { folder: join(desktop.folder, "app"), env });
  const content = Buffer.from(`#!/bin/sh\necho "$0" > ${started}\n`);
  feed.publish({ version: "99.0.0", kind: "AppImage", content });
  await desktop.chooseMenuItem("Settings…");
  const part = updatesPart(holdfast.page);
  await look(holdfast.page);
  await part.getByRole("button", { name: "Download it" }).click();
  const closed = holdfast.app.waitForEvent("close");
  await part.getByRole("button", { name: "Restart Holdfast with it" }).click();
  await closed;
  expect(await readFile(appImage)).toEqual(content);
  await expect.poll(() => readFile(started, "utf8").catch(() => "")).toBe(`${appImage}\n`);
});
