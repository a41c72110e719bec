const DOT = ".".charCodeAt(0);
const ZERO = "0".charCodeAt(0);

/**
 * The number of an IPv4 address in dotted-quad form, null for anything else. By hand, digit by digit: it is the hot path
 * of tables with a million routes, and octets with leading zeros, which other readers take as octal, must be refused.
 */
export function readInet(text: string): number | null {
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      if (octet < 0) return null;
      value = value * 256 + octet;
      octet = -1;
      dots += 1;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9 || octet === 0) return null;
    octet = octet < 0 ? digit : octet * 10 + digit;
    if (octet > 255) return null;
  }
  return dots === 3 && octet >= 0 ? value * 256 + octet : null;
}

/** Dotted quad of a number of 32 bits. */
export function writeInet(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}
