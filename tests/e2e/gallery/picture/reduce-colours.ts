import { colourAt, distance, isFlat } from "./picture.ts";
import type { Picture } from "./picture.ts";

/** What an indexed PNG can hold. */
const MOST_COLOURS = 256;

/**
 * How far the colour may be that takes the place of another one at an edge; the comparison allows for it (compare.ts). The
 * farther, the fewer colours, the smaller the file: 8 saves 15 % over what 256 colours can do at best, and cannot be seen.
 */
export const FARTHEST_COLOUR = 8;

/** A picture as indices of colours. */
export interface Indexed {
  readonly width: number;
  readonly height: number;
  /** One per pixel. */
  readonly indices: Uint8Array;
  /** 0xrrggbb each, 256 at most. */
  readonly palette: readonly number[];
}

/**
 * Reduces the colours of a picture. Those that fill an area stay exactly as they are; of the many shades at the edges of
 * letters a rarer one becomes the nearest of the more frequent ones that is not farther than {@link FARTHEST_COLOUR}.
 * @throws Error when more than 256 colours are left
 */
export function reduceColours(picture: Picture): Indexed {
  const { width, height } = picture;
  const { palette, indexOf } = paletteFor(coloursOf(picture));
  if (palette.length > MOST_COLOURS) throw new Error(`${palette.length} colours are too many for an indexed PNG`);
  const indices = Uint8Array.from({ length: width * height }, (_, pixel) => indexOf.get(colourAt(picture, pixel)) ?? 0);
  return { width, height, indices, palette };
}

interface Colour {
  readonly colour: number;
  readonly count: number;
  readonly fillsArea: boolean;
}

/** All colours of a picture: first those that fill areas, then the others, the most frequent first. */
function coloursOf(picture: Picture): Colour[] {
  const counts = new Map<number, number>();
  const filling = new Set<number>();
  for (let pixel = 0; pixel < picture.width * picture.height; pixel++) {
    const colour = colourAt(picture, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
    if (!filling.has(colour) && isFlat(picture, pixel)) filling.add(colour);
  }
  return [...counts]
    .map(([colour, count]) => ({ colour, count, fillsArea: filling.has(colour) }))
    .toSorted((a, b) => Number(b.fillsArea) - Number(a.fillsArea) || b.count - a.count || a.colour - b.colour);
}

/** A palette, and for each colour the index of that which stands for it. */
function paletteFor(colours: readonly Colour[]): { palette: number[]; indexOf: Map<number, number> } {
  const palette: number[] = [];
  const indexOf = new Map<number, number>();
  for (const { colour, fillsArea } of colours) {
    const near = fillsArea ? undefined : nearest(palette, colour);
    indexOf.set(colour, near ?? palette.push(colour) - 1);
  }
  return { palette, indexOf };
}

/** The index of the nearest colour that is not too far. */
function nearest(palette: readonly number[], colour: number): number | undefined {
  let best: number | undefined;
  let bestDistance = FARTHEST_COLOUR + 1;
  for (const [index, candidate] of palette.entries()) {
    const away = distance(candidate, colour);
    if (away < bestDistance) [best, bestDistance] = [index, away];
  }
  return best;
}
