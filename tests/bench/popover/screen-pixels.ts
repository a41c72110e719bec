import { connect } from "node:net";
import type { Socket } from "node:net";
import type { Box } from "../../e2e/stage/panel-picture.ts";

/** What is on a screen, asked of the X server itself: a fraction of a millisecond, where a program would take a hundred. */
export interface ScreenPixels {
  /** The pixels of a part of the screen as it is now, row by row, one number each. */
  look(part: Box): Promise<Uint32Array>;
  close(): void;
}

const LITTLE_ENDIAN = 0x6c;
const PROTOCOL = 11;
const GET_IMAGE = 73;
const PIXEL_BY_PIXEL = 2;
const ALL_PLANES = 0xff_ff_ff_ff;
const HEADER_LENGTH = 32;

/** Connects to the X server of a display (`:1`). Throws when it refuses. */
export async function openScreenPixels(display: string): Promise<ScreenPixels> {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`);
  const read = reader(socket);
  const hello = Buffer.alloc(12);
  hello.writeUInt8(LITTLE_ENDIAN);
  hello.writeUInt16LE(PROTOCOL, 2);
  socket.write(hello);
  const welcome = await read(8);
  if (welcome.readUInt8() !== 1) throw new Error(`the X server of ${display} refuses`);
  const root = rootOf(await read(welcome.readUInt16LE(6) * 4));
  return {
    look: async (part) => {
      socket.write(pictureOf(root, part));
      const header = await answer(read);
      const image = await read(header.readUInt32LE(4) * 4);
      return new Uint32Array(new Uint8Array(image).buffer);
    },
    close: () => socket.destroy(),
  };
}

/** The window that is the whole screen, from what the server tells of itself. */
function rootOf(setup: Buffer): number {
  const vendor = Math.ceil(setup.readUInt16LE(16) / 4) * 4;
  const formats = setup.readUInt8(21) * 8;
  return setup.readUInt32LE(32 + vendor + formats);
}

function pictureOf(root: number, { x, y, width, height }: Box): Buffer {
  const request = Buffer.alloc(20);
  request.writeUInt8(GET_IMAGE);
  request.writeUInt8(PIXEL_BY_PIXEL, 1);
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt32LE(root, 4);
  for (const [index, value] of [x, y, width, height].entries()) request.writeUInt16LE(value, 8 + 2 * index);
  request.writeUInt32LE(ALL_PLANES, 16);
  return request;
}

type Read = (length: number) => Promise<Buffer>;

/** Between the answers there is what everybody is told, such as that the keyboard has changed. */
async function answer(read: Read): Promise<Buffer> {
  const header = await read(HEADER_LENGTH);
  if (header.readUInt8() === 0) throw new Error(`the X server answers with error ${header.readUInt8(1)}`);
  return header.readUInt8() === 1 ? header : answer(read);
}

/** Gives as many bytes as are asked for, one part after the other. */
function reader(socket: Socket): Read {
  const parts: AsyncIterator<Buffer> = socket[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  return async (length) => {
    while (held.length < length) {
      const part = await parts.next();
      if (part.done === true) throw new Error("the X server is gone");
      held = Buffer.concat([held, part.value]);
    }
    const asked = held.subarray(0, length);
    held = held.subarray(length);
    return asked;
  };
}
