import type { BundleSizes } from "./bundle-sizes.ts";
import type { MemoryFigures } from "./memory.ts";
import type { OpeningFigures } from "./openings.ts";
import type { ScrollFigures } from "./scrolling.ts";

/** All that the bench finds out. */
export interface PopoverFigures {
  /** How busy the machine was when the bench began: programs that ran or waited to (1 minute). Others spoil the figures. */
  readonly load: number;
  readonly bundle: BundleSizes;
  readonly opening: OpeningFigures;
  readonly scrolling: ScrollFigures;
  readonly memory: MemoryFigures;
}
