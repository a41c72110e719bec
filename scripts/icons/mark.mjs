// @ts-check
/**
 * The mark: a shield with two horns, a cleat seen from the front that holds a line. All lengths are in units of a 22 by 22 grid,
 * which is one pixel per unit in a Linux panel; the middle 18 by 18 units are the macOS menu bar image. Straight edges lie
 * on whole units so that they stay sharp at one pixel per unit.
 */

/** Width and height of the grid in units. */
export const GRID = 22;

/** Margin in units that the macOS menu bar image leaves out on each side. */
export const MENU_BAR_MARGIN = 2;

const SHIELD = "M11 3 L17 5 V11 C17 15.2 14.4 17.9 11 19 C7.6 17.9 5 15.2 5 11 V5 Z";
const SHIELD_CENTRE_LINE = "M11 4.1 L16 5.75 V11 C16 14.6 13.8 16.9 11 17.9 C8.2 16.9 6 14.6 6 11 V5.75 Z";

/** The whole shield, as an SVG element. */
export const filledShield = `<path d="${SHIELD}"/>`;

/** The rim of the same shield, two units wide. */
export const outlinedShield = `<path d="${SHIELD_CENTRE_LINE}" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>`;

/** The two horns: the line that passes through the shield. */
export const horns = `<path d="M2 10 H5 V12 H2 Z M17 10 H20 V12 H17 Z"/>`;

/**
 * The part of the shield between two heights.
 * @param {number} top distance in units from the top of the grid
 * @param {number} bottom distance in units from the top of the grid
 * @returns {string} an SVG element
 */
export function shieldBand(top, bottom) {
  const id = `band-${top}-${bottom}`;
  return `<clipPath id="${id}"><rect x="0" y="${top}" width="${GRID}" height="${bottom - top}"/></clipPath><path d="${SHIELD}" clip-path="url(#${id})"/>`;
}
