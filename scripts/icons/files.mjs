// @ts-check
import { appIconSvg } from "./app-icon.mjs";
import { appleIcon } from "./apple-icon.mjs";
import { toPng, traySvg } from "./draw.mjs";
import { GRID, MENU_BAR_MARGIN } from "./mark.mjs";
import { trayFamily } from "./tray-family.mjs";

/** Sides in pixels of the application's icon, named as electron-builder looks for them (`build/icons/16x16.png`). */
const APP_ICON_SIDES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];

/** macOS colours a template image itself, from its alpha alone. Linux hosts do not, so there is a glyph for each kind of panel. */
const TRAY_VARIANTS = [
  { name: (/** @type {string} */ state) => `macos/${state}Template`, colour: "#000000", margin: MENU_BAR_MARGIN },
  { name: (/** @type {string} */ state) => `linux/${state}-on-light`, colour: "#1e1e1e", margin: 0 },
  { name: (/** @type {string} */ state) => `linux/${state}-on-dark`, colour: "#ffffff", margin: 0 },
];

/**
 * Every picture that the application ships.
 * @returns {{ path: string, png: Buffer }[]} `path` is relative to `build/`, with forward slashes
 */
export function iconFiles() {
  return [
    ...trayFiles(),
    ...APP_ICON_SIDES.map((side) => ({ path: `icons/${side}x${side}.png`, png: appIconPng(side) })),
  ];
}

/**
 * The application's icon for macOS, made of the same pictures.
 * @returns {{ path: string, icns: Buffer }} `path` is relative to `build/`
 */
export const appleIconFile = () => ({ path: "icons/icon.icns", icns: appleIcon(appIconPng) });

/** @param {number} side pixels */
const appIconPng = (side) => toPng(appIconSvg(side), side);

function trayFiles() {
  return Object.entries(trayFamily).flatMap(([state, picture]) =>
    TRAY_VARIANTS.flatMap(({ name, colour, margin }) => {
      const svg = traySvg(picture, colour, margin);
      const side = GRID - 2 * margin;
      return [
        { path: `tray/${name(state)}.png`, png: toPng(svg, side) },
        { path: `tray/${name(state)}@2x.png`, png: toPng(svg, 2 * side) },
      ];
    }),
  );
}
