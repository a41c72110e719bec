// @ts-check
import { Resvg } from "@resvg/resvg-js";
import { GRID } from "./mark.mjs";

/**
 * One tray picture as an SVG document.
 * @param {import("./tray-family.mjs").Picture} picture
 * @param {string} colour of the glyph, as CSS writes it
 * @param {number} margin units of the grid left out on each side
 * @returns {string}
 */
export function traySvg({ shapes, cut = "", added = "" }, colour, margin) {
  const side = GRID - 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${margin} ${margin} ${side} ${side}" color="${colour}" fill="${colour}">
<mask id="kept" maskUnits="userSpaceOnUse" x="0" y="0" width="${GRID}" height="${GRID}"><rect width="${GRID}" height="${GRID}" fill="#fff"/><g fill="#000">${cut}</g></mask>
<g mask="url(#kept)">${shapes}</g>${added}</svg>`;
}

/**
 * Draws an SVG document; fonts are not loaded, so that the result is the same on every machine.
 * @param {string} svg
 * @param {number} width pixels
 * @returns {Buffer} a PNG file
 */
export function toPng(svg, width) {
  const drawing = new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } });
  return drawing.render().asPng();
}
