import type { ModelStore } from "./model.ts";

/** Calls back once, when the model holds the first look at the machine. */
export function afterFirstLook(model: ModelStore, callback: () => void): void {
  const forget = model.subscribe(({ observation }) => {
    if (observation === null) return;
    forget();
    callback();
  });
}
