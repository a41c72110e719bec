import type { FoundHelper, HelperSetup } from "../../../shared/contract/helper-setup.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";

/** What can be done about the helper from the popover. The words of each are texts under `app:helper.do`. */
export type HelperAct = "install" | "update" | "install-again" | "install-for-me" | "uninstall";

/** What is offered where the desktop can ask for a password, the first one first. */
const OFFERED: Readonly<Record<FoundHelper["state"], readonly HelperAct[]>> = {
  unneeded: [],
  absent: ["install"],
  installed: ["uninstall"],
  older: ["update", "uninstall"],
  newer: ["uninstall"],
  untrusted: ["install-again", "uninstall"],
  "other-user": ["install-for-me"],
};

/** The buttons for a helper as it is found. None while something is being done, or where it is done elsewhere. */
export function offeredActs({ found, by, activity }: HelperSetup): readonly HelperAct[] {
  if (activity !== "idle") return [];
  if (by.way === "password") return OFFERED[found.state];
  // What the installer of macOS put there, no installer of macOS takes away.
  return by.way === "installer" ? OFFERED[found.state].filter((act) => act !== "uninstall") : [];
}

/** What the button does to get the rights, as a key of `app`. */
export function rightsKey({ way }: HelperSetup["by"]): "app:helper.opens-installer" | "app:repair.asks-password" {
  return way === "installer" ? "app:helper.opens-installer" : "app:repair.asks-password";
}

/** The command that removes a helper which is there, where no button does; null where there is none. */
export function removeCommand({ found, by }: Pick<HelperSetup, "found" | "by">): string | null {
  if (found.state === "absent" || found.state === "unneeded") return null;
  if (by.way === "installer") return by.uninstall;
  const isUsable = found.state === "installed" || found.state === "newer";
  return by.way === "terminal" && isUsable ? by.uninstall : null;
}

/** What an act asks of main. */
export function requestOf(act: HelperAct): { act: "install" | "uninstall" } {
  return { act: act === "uninstall" ? "uninstall" : "install" };
}

/** The helper in a sentence, as a key of `app:helper.found` with its arguments. */
export function foundWords({ found, by }: Pick<HelperSetup, "found" | "by">): CodedText {
  const version = "version" in found ? (found.version ?? "") : "";
  const path = "path" in found ? found.path : "";
  return { code: wordsOf(found, by), args: { version, path } };
}

function wordsOf(found: FoundHelper, by: HelperSetup["by"]): string {
  if (found.state === "absent") return `absent-${by.way}`;
  return found.state === "installed" && found.version === null ? "installed-nameless" : found.state;
}

/** Whether it works as it should, so that the sentence is said calmly. */
export function isFine({ state }: FoundHelper): boolean {
  return state === "installed" || state === "unneeded";
}
