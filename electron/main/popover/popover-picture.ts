import { rename, writeFile } from "node:fs/promises";
import type { WebContents } from "electron";
import { painted } from "./painted.ts";

/** Saves what the popover shows as a PNG file. */
export interface PopoverPicture {
  /** Call after something changed; pictures that follow each other closely become one. */
  save(): void;
}

/**
 * Writes the picture to `path` whenever it is asked to, each time as a whole file. For machines without a display, where
 * nobody can open the popover (npm start).
 */
export function popoverPicture(
  page: () => WebContents | null,
  path: string,
  onError: (error: unknown) => void,
): PopoverPicture {
  let running = false;
  let wanted = false;
  const saveAll = async () => {
    running = true;
    while (wanted) {
      wanted = false;
      const shown = page();
      if (shown === null) return;
      await painted(shown);
      const picture = await shown.capturePage();
      await writeFile(`${path}.part`, picture.toPNG());
      await rename(`${path}.part`, path);
    }
  };
  return {
    save() {
      wanted = true;
      if (running) return;
      saveAll()
        .catch(onError)
        .finally(() => {
          running = false;
        });
    },
  };
}
