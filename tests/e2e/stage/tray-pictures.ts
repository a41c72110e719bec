import { readdir, readFile } from "node:fs/promises";
import { PNG } from "pngjs";
import type { TrayPicture } from "./panel-picture.ts";

const FOLDER = new URL("../../../build/tray/linux/", import.meta.url);

/** The application's own tray pictures at one pixel per unit, named as their files: `broken-on-light`. */
export async function trayPictures(): Promise<TrayPicture[]> {
  const files = (await readdir(FOLDER)).filter((name) => !name.includes("@2x"));
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.png$/, ""),
      png: PNG.sync.read(await readFile(new URL(file, FOLDER))),
    })),
  );
}
