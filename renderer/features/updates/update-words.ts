import type { UpdateAct, UpdateProgress, Updates } from "../../../shared/contract/updates.ts";

/** What the button is called that is offered: a key of `app:updates.do`. */
export type UpdateOffer = "check" | "check-again" | "download" | "try-again" | "restart" | "install" | "page";

/** What the user can do next: what it asks of main, and the words of its button. Null while something goes on, or where it is done elsewhere. */
export function offerOf({ way, progress }: Updates): { readonly act: UpdateAct; readonly offer: UpdateOffer } | null {
  switch (progress.state) {
    case "unchecked":
      return { act: "check", offer: "check" };
    case "current":
      return { act: "check", offer: "check-again" };
    case "available":
      return way === "page" ? { act: "install", offer: "page" } : { act: "download", offer: "download" };
    case "downloaded":
      if (progress.command !== null) return null;
      return { act: "install", offer: way === "password" ? "install" : "restart" };
    case "failed":
      return { act: progress.release === null ? "check" : "install", offer: "try-again" };
    case "checking":
    case "downloading":
    case "installing":
      return null;
  }
}

/** Whether the system will ask for a password when the user goes on. */
export function asksPassword({ way, progress }: Updates): boolean {
  const isNext = progress.state === "downloaded" || (progress.state === "failed" && progress.release !== null);
  return way === "password" && isNext;
}

/** The release that is talked about, null when there is none. */
export function releaseOf(progress: UpdateProgress) {
  return "release" in progress ? progress.release : null;
}
