// @ts-check
import { filledShield, GRID } from "./mark.mjs";

/** Side in pixels up to which the tile fills the whole picture, so that the mark is as large as it can be. */
const SMALL = 32;

/**
 * The application's icon: the mark in white on a dark tile, with the line that it holds running from edge to edge.
 * @param {number} side pixels of the picture it is meant for
 * @returns {string} an SVG document
 */
export function appIconSvg(side) {
  const margin = side <= SMALL ? 0 : 2.1;
  const tile = GRID - 2 * margin;
  const markScale = side <= SMALL ? 1.1 : 0.86;
  const centre = GRID / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}">
<linearGradient id="tile" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#1f6f78"/><stop offset="1" stop-color="#10304a"/></linearGradient>
<rect x="${margin}" y="${margin}" width="${tile}" height="${tile}" rx="${tile * 0.225}" fill="url(#tile)"/>
<rect x="${margin}" y="${centre - markScale}" width="${tile}" height="${2 * markScale}" fill="#6fd3c7"/>
<g transform="translate(${centre} ${centre}) scale(${markScale}) translate(${-centre} ${-centre})" fill="#fff">${filledShield}</g></svg>`;
}
