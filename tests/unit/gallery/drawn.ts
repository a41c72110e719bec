import type { Picture } from "../../e2e/gallery/picture/picture.ts";

/** A picture made by a function that says the colour (0xrrggbb) of each place. */
export function drawn(width: number, height: number, colour: (x: number, y: number) => number): Picture {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const value = colour(x, y);
      data.set([value >> 16, (value >> 8) & 255, value & 255, 255], (y * width + x) * 4);
    }
  return { width, height, data };
}

/** Something like a line of words on a card: strokes with soft edges, and a rule below. `shift` moves the words to the right. */
export function words(shift = 0, ground = 0xffffff, ink = 0x1a1d1f): Picture {
  const mixed = (share: number) => mix(ground, ink, share);
  const strokes = [0.2, 0.9, 0.45, 0, 0.75, 1, 0.1, 0];
  return drawn(120, 60, (x, y) => {
    if (y === 40) return 0xdfddd5;
    const isWord = y >= 20 && y < 30 && x >= 20 + shift && x < 52 + shift;
    return isWord ? mixed(strokes[(x - shift) % strokes.length] ?? 0) : ground;
  });
}

function mix(ground: number, ink: number, share: number): number {
  const channel = (bits: number) => {
    const [from, to] = [(ground >> bits) & 255, (ink >> bits) & 255];
    return Math.round(from + (to - from) * share) << bits;
  };
  return channel(16) | channel(8) | channel(0);
}
