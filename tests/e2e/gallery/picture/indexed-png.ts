import { constants, crc32, deflateSync } from "node:zlib";
import type { Indexed } from "./reduce-colours.ts";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One byte per pixel, that is the index of a colour; no interlacing (PNG specification, 11.2.2). */
const EIGHT_BIT_INDEXED = [8, 3, 0, 0, 0];

/**
 * Writes a PNG file with a palette, as small as deflate gets it. pngjs writes true colour only, which is twice to three
 * times as large for the popover. Rows are not filtered: indices have no order that a filter could use.
 */
export function encodeIndexedPng({ width, height, indices, palette }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(EIGHT_BIT_INDEXED, 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", smallest(rowsOf(indices, width))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The rows, each after a byte that says that it is not filtered. */
function rowsOf(indices: Uint8Array, width: number): Buffer {
  const rows = Buffer.alloc(indices.length + indices.length / width);
  for (let start = 0, place = 0; start < indices.length; start += width, place += width + 1)
    rows.set(indices.subarray(start, start + width), place + 1);
  return rows;
}

/** Which strategy wins depends on the picture. */
function smallest(data: Buffer): Buffer {
  const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED];
  const packed = strategies.map((strategy) => deflateSync(data, { level: 9, memLevel: 9, strategy }));
  return packed.reduce((best, other) => (other.length < best.length ? other : best));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
