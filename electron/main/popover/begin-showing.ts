import { afterFirstLook } from "../after-first-look.ts";
import type { ModelStore } from "../model.ts";
import { popoverPicture } from "./popover-picture.ts";
import type { Popover } from "./popover.ts";
import type { ShowPopover } from "./show-popover.ts";

/** What is shown at the start depends on this. */
export interface BeginParts {
  readonly model: ModelStore;
  readonly popover: Popover;
  readonly show: ShowPopover;
  /** Where a picture of the popover is kept, for machines on which nobody can click; null where somebody can. */
  readonly picturePath: string | null;
  onError(error: unknown): void;
}

/** Shows the popover at the first start of all; else makes its page when there is something to show on it. */
export async function beginShowing({ model, popover, show, picturePath, onError }: BeginParts): Promise<void> {
  if (picturePath !== null) {
    model.setState(({ settings }) => ({ settings: { ...settings, introduced: true } }));
    await popover.showAgain();
    const picture = popoverPicture(popover.page, picturePath, onError);
    picture.save();
    model.subscribe(picture.save);
  } else if (!model.getState().settings.introduced) show.open();
  // Whoever has just started the app is likely to click soon.
  else afterFirstLook(model, () => void popover.load().catch(onError));
}
