import type { Release, UpdateAct, UpdateProgress } from "../../../shared/contract/updates.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";

/** What happens on the way to a newer Holdfast. */
export type UpdateEvent =
  | { readonly event: "check-began" | "none-found" | "download-began" | "install-began" | "check-dropped" }
  | { readonly event: "found"; readonly release: Release }
  | { readonly event: "percent"; readonly percent: number }
  | { readonly event: "downloaded"; readonly command: string | null }
  /** `next` says whether what is here may be installed once more, or has to be looked for anew. */
  | { readonly event: "failed"; readonly error: CodedText; readonly next: Exclude<UpdateAct, "download"> };

/** What the user can do now. While something goes on there is nothing. */
export function nextAct(progress: UpdateProgress): UpdateAct | null {
  switch (progress.state) {
    case "unchecked":
    case "current":
      return "check";
    case "available":
      return "download";
    case "downloaded":
      return progress.command === null ? "install" : null;
    case "failed":
      return progress.release === null ? "check" : "install";
    case "checking":
    case "downloading":
    case "installing":
      return null;
  }
}

/** The version that waits for the user, null when none does. */
export function waitingVersion(progress: UpdateProgress): string | null {
  return progress.state === "available" || progress.state === "downloaded" ? progress.release.version : null;
}

/** Where an update stands after an event. What does not belong to the present state changes nothing: it comes too late. */
export function advanceUpdate(progress: UpdateProgress, happened: UpdateEvent): UpdateProgress {
  const release = "release" in progress ? progress.release : null;
  const { state } = progress;
  switch (happened.event) {
    case "check-began":
      return nextAct(progress) === "check" ? { state: "checking" } : progress;
    case "none-found":
      return state === "checking" ? { state: "current" } : progress;
    case "check-dropped":
      return state === "checking" ? { state: "unchecked" } : progress;
    case "found":
      return state === "checking" ? { state: "available", release: happened.release } : progress;
    case "download-began":
      if (release === null || nextAct(progress) !== "download") return progress;
      return { state: "downloading", release, percent: 0 };
    case "percent":
      if (state !== "downloading" || happened.percent <= progress.percent) return progress;
      return { ...progress, percent: Math.min(100, happened.percent) };
    case "downloaded":
      if (state !== "downloading") return progress;
      return { state: "downloaded", release: progress.release, command: happened.command };
    case "install-began":
      if (release === null || nextAct(progress) !== "install") return progress;
      return { state: "installing", release };
    case "failed":
      if (state !== "checking" && state !== "downloading" && state !== "installing") return progress;
      return { state: "failed", error: happened.error, release: happened.next === "install" ? release : null };
  }
}
