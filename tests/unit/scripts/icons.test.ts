import { readdirSync, readFileSync } from "node:fs";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { APPLE_ICON_KINDS } from "../../../scripts/icons/apple-icon.mjs";
import { appleIconFile, iconFiles } from "../../../scripts/icons/files.mjs";
import { trayFamily } from "../../../scripts/icons/tray-family.mjs";

const BUILD = new URL("../../../build/", import.meta.url);
const STATES = ["off", "up", "recovering", "degraded", "broken", "residue", "offline", "unknown"];
const FRAMES = ["recovering-1", "recovering-2", "recovering-3"];

/** Pixels which must differ, at one pixel per unit, before two states count as different shapes: a 5 by 5 patch. */
const CLEARLY_DIFFERENT = 25;

/** The rasteriser's floating point may round differently on another processor: one step of 255 is invisible. */
const ROUNDING = 1;

function committed(path: string): PNG {
  return PNG.sync.read(readFileSync(new URL(path, BUILD)));
}

/** Which pixels are drawn, colour and soft edges left aside. */
function silhouette(path: string): boolean[] {
  const { data } = committed(path);
  return Array.from({ length: data.length / 4 }, (_, pixel) => (data[pixel * 4 + 3] ?? 0) >= 128);
}

function pixelsApart(first: string, second: string): number {
  const other = silhouette(second);
  return silhouette(first).filter((drawn, pixel) => drawn !== other[pixel]).length;
}

/** Over the Linux and the macOS picture, at one pixel per unit, where it is hardest to tell them apart. */
function leastPixelsApart(first: string, second: string): number {
  return Math.min(
    pixelsApart(`tray/linux/${first}-on-dark.png`, `tray/linux/${second}-on-dark.png`),
    pixelsApart(`tray/macos/${first}Template.png`, `tray/macos/${second}Template.png`),
  );
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((first, index) => items.slice(index + 1).map((second): [T, T] => [first, second]));
}

function greatestDifference(first: PNG, second: PNG): number {
  expect([first.width, first.height]).toEqual([second.width, second.height]);
  return first.data.reduce((worst, value, index) => Math.max(worst, Math.abs(value - (second.data[index] ?? 0))), 0);
}

describe("tray icons", () => {
  it("are there for every state and every frame, and for nothing else", () => {
    expect(Object.keys(trayFamily).toSorted()).toEqual([...STATES, ...FRAMES].toSorted());
  });

  it.each(pairs(STATES))("%s and %s differ in shape, not only in colour", (first, second) => {
    expect(leastPixelsApart(first, second)).toBeGreaterThanOrEqual(CLEARLY_DIFFERENT);
  });

  it.each(FRAMES)("%s is mistaken for no other state while it is shown", (frame) => {
    for (const state of STATES.filter((name) => name !== "recovering")) {
      expect(leastPixelsApart(frame, state), state).toBeGreaterThanOrEqual(CLEARLY_DIFFERENT);
    }
  });

  it.each([...STATES, ...FRAMES])("%s is a template image: black, with a transparent ground", (state) => {
    for (const scale of ["", "@2x"]) {
      const { data, width, height } = committed(`tray/macos/${state}Template${scale}.png`);
      expect([width, height]).toEqual(scale === "" ? [18, 18] : [36, 36]);
      const colours = new Set(data.filter((_, index) => index % 4 !== 3));
      expect([...colours]).toEqual([0]);
      const alphas = data.filter((_, index) => index % 4 === 3);
      expect(Math.min(...alphas)).toBe(0);
      expect(Math.max(...alphas)).toBe(255);
    }
  });

  it.each([...STATES, ...FRAMES])("%s has the same shape on a light and on a dark panel", (state) => {
    expect(pixelsApart(`tray/linux/${state}-on-light.png`, `tray/linux/${state}-on-dark.png`)).toBe(0);
    expect(committed(`tray/linux/${state}-on-dark@2x.png`).width).toBe(44);
  });
});

describe("the pictures in build/", () => {
  const drawn = iconFiles();

  it("are exactly those that scripts/icons.mjs draws", () => {
    const present = ["icons", "tray/linux", "tray/macos"].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, BUILD)).map((name) => `${folder}/${name}`),
    );
    const wanted = [...drawn, appleIconFile()].map(({ path }) => path);
    expect(present.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(drawn)("$path is what the source draws today", ({ path, png }) => {
    expect(greatestDifference(committed(path), PNG.sync.read(png))).toBeLessThanOrEqual(ROUNDING);
  });
});

describe("the icon for macOS", () => {
  it("holds the committed pictures, each in a chunk of its kind and length, and nothing else", () => {
    const file = readFileSync(new URL(appleIconFile().path, BUILD));
    expect([file.toString("latin1", 0, 4), file.readUInt32BE(4)]).toEqual(["icns", file.length]);
    const chunks: [string, Buffer][] = [];
    for (let start = 8; start < file.length; start += file.readUInt32BE(start + 4)) {
      const end = start + file.readUInt32BE(start + 4);
      chunks.push([file.toString("latin1", start, start + 4), file.subarray(start + 8, end)]);
    }
    const picture = (side: number) => readFileSync(new URL(`icons/${side}x${side}.png`, BUILD));
    expect(chunks).toEqual(APPLE_ICON_KINDS.map(([kind, side]) => [kind, picture(side)]));
  });
});
