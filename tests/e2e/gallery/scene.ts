import type { ViewId } from "../../../renderer/app/navigation.ts";
import type { Known, Popover } from "./popover.ts";

/** Something that a user does with the popover, until what it leads to can be seen. */
export type Act = (popover: Popover) => Promise<void>;

/** A folder of pictures: a view, or what is shown at the first start instead of the views. */
export type PicturedView = ViewId | "introduction";

/** What one picture of the gallery shows, in every language and theme. */
export interface Scene {
  /** Unlike that of any other; the picture's file is called so. */
  readonly name: string;
  /** The picture's folder, and its heading in the table of contents. */
  readonly view: PicturedView;
  /** What main knows. */
  known(): Known;
  /** What the user does from the first view on before the picture is taken. */
  readonly beforePicture: readonly Act[];
  /** What is unfolded afterwards, so that its words are checked, too. */
  readonly beforeCheck: readonly Act[];
}

/** Does one thing after the other. */
export async function doAll(acts: readonly Act[], popover: Popover): Promise<void> {
  for (const act of acts) await act(popover);
}
