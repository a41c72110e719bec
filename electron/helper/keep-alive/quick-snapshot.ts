import type { QuickLook } from "../../observe/quick/quick-observer.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";

/** The snapshot of a quick look, with the time at which it was taken. */
export function snapshotOfQuickLook({ snapshot }: QuickLook): Snapshot {
  return { ...snapshot, takenAt: new Date().toISOString() };
}
