import { darwinQuickObserver } from "./darwin-quick.ts";
import { linuxQuickObserver } from "./linux-quick.ts";
import type { QuickObserver } from "./quick-observer.ts";

/** Begins to look quickly at the machine that this program runs on. Throws for a system that Holdfast does not know. */
export function quickObserver(): QuickObserver {
  if (process.platform === "darwin") return darwinQuickObserver();
  if (process.platform === "linux") return linuxQuickObserver();
  throw new Error(`Holdfast does not know ${process.platform}`);
}
