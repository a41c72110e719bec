import type { Model, ModelStore } from "./model.ts";

/**
 * Puts into the model what is otherwise than it says. What is looked up again each time the popover opens is most often as
 * it was, and then nothing is sent to the page that is about to be painted, and nothing drawn in the tray.
 */
export function setChanged(model: ModelStore, change: Partial<Model>): void {
  const before = model.getState();
  const keys = Object.keys(change) as (keyof Model)[];
  if (keys.some((key) => JSON.stringify(change[key]) !== JSON.stringify(before[key]))) model.setState(change);
}
