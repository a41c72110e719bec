import { isSystemAccount } from "./names.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Folders in which each user has one. */
const HOMES =
  /^(?:(?:\/System\/Volumes\/Data)?\/Users|(?:\/private)?(?:\/(?:var|export))?\/home|\/media|\/run\/media)$/;
/** Folders of the macOS `Users` that are no user's. */
const NO_USER = /^(?:Shared|Guest|\.localized|)$/;

/** A path whose users are replaced, and everything else by `redactPart`, which is given what stands between two strokes. */
export function redactParts(path: string, pseudonyms: Pseudonyms, redactPart: (part: string) => string): string {
  const parts = path.split("/");
  return parts
    .map((part, index) => {
      const isUser = HOMES.test(parts.slice(0, index).join("/")) && !NO_USER.test(part) && !isSystemAccount(part);
      return isUser ? pseudonyms.name("user", part) : redactPart(part);
    })
    .join("/");
}

/** Whether a folder is a user's, or lies in one. */
export function isOfUser(folder: string): boolean {
  const parts = folder.split("/");
  return folder.startsWith("~") || parts.some((_, index) => HOMES.test(parts.slice(0, index).join("/")));
}
