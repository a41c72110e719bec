import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { readCaptureFolder } from "../../electron/observe/capture-folder.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { test as onDesktop } from "./app/app-test.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";

/** The text where it is no part of a longer one. */
const asWord = (text: string) => new RegExp(`(?<![\\w.:-])${text.replaceAll(".", "\\.")}(?![\\w:-]|\\.\\w)`);

const downloads = ({ env }: Desktop) => join(env["HOME"] ?? "", "Downloads");

const test = onDesktop.extend({
  desktop: async ({}, use) => {
    const desktop = await startDesktop();
    await mkdir(downloads(desktop));
    // As xdg-user-dirs(1) writes it at the first login.
    await writeFile(
      join(desktop.env["XDG_CONFIG_HOME"] ?? "", "user-dirs.dirs"),
      'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n',
    );
    await use(desktop);
    await desktop.stop();
  },
});

/** Addresses of this machine that are nobody else's. */
const ownAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ internal }) => !internal)
    .flatMap(({ address, mac }) => [address, mac]);

test("a report is shown before it is saved, without the addresses and names of this computer", async ({
  desktop,
  holdfast: { page },
}) => {
  await desktop.chooseMenuItem("Settings…");
  const card = page.getByRole("region", { name: "Diagnostic report" });
  await card.getByRole("button", { name: "Prepare a report" }).click();
  await expect(card.getByText(/IP address/)).toBeVisible();
  const text = card.getByRole("region", { name: "capture.json" });
  await expect(text).toContainText('"schema": 1');
  await card.getByRole("button", { name: "links.json" }).click();
  await expect(card.getByRole("region", { name: "links.json" })).toContainText('"ifname":"lo"');
  await expect(card.getByText(/Downloads\/holdfast-redacted-\d+/)).toBeVisible();
  expect(await readdir(downloads(desktop))).toEqual([]);

  await card.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card.getByText("Saved as:")).toBeVisible();
  const [saved = ""] = await readdir(downloads(desktop));
  const folder = join(downloads(desktop), saved);
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
  for (const own of [...ownAddresses(), hostname()]) expect(texts.join("\n")).not.toMatch(asWord(own));
  const { snapshot, ignored } = snapshotOf(await readCaptureFolder(folder));
  expect(snapshot.interfaces.observed).toBe(true);
  expect(ignored).toEqual([]);
});

test("a report that is not saved leaves nothing behind", async ({ desktop, holdfast: { page } }) => {
  await desktop.chooseMenuItem("Settings…");
  const card = page.getByRole("region", { name: "Diagnostic report" });
  await card.getByRole("button", { name: "Prepare a report" }).click();
  await card.getByRole("button", { name: "Do not save" }).click();
  await expect(card.getByRole("button", { name: "Prepare a report" })).toBeVisible();
  expect(await readdir(downloads(desktop))).toEqual([]);
});
