// @ts-check

/** Matches whatever display asks (FamilyWild in X11/Xauth.h). */
const anyDisplay = 0xffff;

/**
 * The content of an Xauthority file with one key: whoever can read the file may use the display, and nobody else.
 * Format: family, then address, display number, name and key, each as a length and so many bytes, all big-endian.
 *
 * @param {Buffer} key 16 random bytes
 * @returns {Buffer}
 */
export function xAuthority(key) {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(anyDisplay);
  return Buffer.concat([family, counted(""), counted(""), counted("MIT-MAGIC-COOKIE-1"), counted(key)]);
}

/** @param {string | Buffer} value */
function counted(value) {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
