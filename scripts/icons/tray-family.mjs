// @ts-check
/**
 * The eight health states as one family of single-colour pictures, told apart by shape alone: a filled shield means that a tunnel
 * is up, an outlined one that there is none; what is wrong is said by what is added or taken away.
 */
import { filledShield, horns, outlinedShield, shieldBand } from "./mark.mjs";

/**
 * @typedef {object} Picture
 * @property {string} shapes SVG elements drawn in the glyph's colour
 * @property {string} [cut] SVG elements (black) taken out of `shapes`
 * @property {string} [added] SVG elements drawn after the cut
 */

const badge = { cut: `<circle cx="16.5" cy="5.5" r="4.75"/>`, added: `<circle cx="16.5" cy="5.5" r="3.5"/>` };
const noTunnel = outlinedShield + horns;
const tunnel = filledShield + horns;

/** Picture of each state, by file name; `recovering` is the still one, for reduced motion, its frames are numbered from 1.
 * @type {Readonly<Record<string, Picture>>} */
export const trayFamily = {
  off: { shapes: noTunnel },
  up: { shapes: tunnel },
  recovering: { shapes: noTunnel + shieldBand(11, 19) },
  "recovering-1": { shapes: noTunnel + shieldBand(12, 19) },
  "recovering-2": { shapes: noTunnel + shieldBand(8, 14) },
  "recovering-3": { shapes: noTunnel + shieldBand(3, 9) },
  degraded: { shapes: tunnel, ...badge },
  broken: { shapes: filledShield, cut: `<path d="M10 6 H12 V12 H10 Z M10 14 H12 V16 H10 Z"/>` },
  residue: { shapes: noTunnel, ...badge },
  offline: {
    shapes: outlinedShield,
    cut: `<path d="M3 3 L19 19" stroke="#000" stroke-width="5"/>`,
    added: `<path d="M3 3 L19 19" stroke="currentColor" stroke-width="2"/>`,
  },
  unknown: {
    shapes: horns,
    added: `<path d="M7 7.5 A4 4 0 1 1 13 11 Q11 12 11 14.5" fill="none" stroke="currentColor" stroke-width="2.4"/><circle cx="11" cy="17.5" r="1.5"/>`,
  },
};
