// @ts-check

/**
 * The kinds of picture in an icon for macOS, by the side in pixels of the PNG that each holds. Two sides are there twice: once as
 * such, once as half as large a picture for a screen with twice as many pixels.
 *
 * @type {readonly (readonly [kind: string, side: number])[]}
 */
export const APPLE_ICON_KINDS = [
  ["ic11", 32],
  ["ic12", 64],
  ["ic07", 128],
  ["ic13", 256],
  ["ic08", 256],
  ["ic14", 512],
  ["ic09", 512],
  ["ic10", 1024],
];

/**
 * Puts pictures together to an icon file for macOS (.icns): a magic word and the length of the file, then each picture behind its
 * kind and its length; lengths are four bytes, the highest first, and count themselves. That is all of the format that is used
 * here, which is why there is no library for it.
 *
 * @param {(side: number) => Buffer} pngOf gives the picture with this side, as a PNG file
 * @returns {Buffer}
 */
export function appleIcon(pngOf) {
  return chunk("icns", Buffer.concat(APPLE_ICON_KINDS.map(([kind, side]) => chunk(kind, pngOf(side)))));
}

/**
 * @param {string} name four characters
 * @param {Buffer} content
 */
function chunk(name, content) {
  const head = Buffer.alloc(8, name, "latin1");
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
