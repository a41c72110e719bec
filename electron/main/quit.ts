import type { App } from "electron";

/**
 * Lets the app end only after `end` has settled, which ends what the app runs; whatever asks it to quit (menu, signal,
 * end of the session) goes this way. `end` must settle within a few seconds; when it fails, `onError` is told and the
 * app ends all the same.
 */
export function quitAfter(
  app: Pick<App, "on" | "exit">,
  end: () => Promise<void>,
  onError: (error: unknown) => void,
): void {
  let ending = false;
  app.on("before-quit", (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    end()
      .catch(onError)
      .finally(() => app.exit(0));
  });
}
