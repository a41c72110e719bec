import type { InstalledState } from "../../helper-client/installed-helper.ts";
import { mismatchOf } from "../../helper-client/mismatch.ts";
import type { OwnBuild } from "../../helper-client/mismatch.ts";
import type { FoundHelper } from "../../../shared/contract/helper-setup.ts";

/** What is known about the helper on this computer. */
export interface KnownHelper {
  readonly isRoot: boolean;
  /** What there is at the socket for repairs; null where there can be none. */
  readonly installed: InstalledState | null;
  /** What the installation noted about itself, null where there is no such note. */
  readonly manifest: OwnBuild | null;
  readonly isSystemdRunning: boolean;
}

/** The installed helper, for an app of this build. */
export function foundHelper(
  { isRoot, installed, manifest, isSystemdRunning }: KnownHelper,
  own: OwnBuild,
): FoundHelper {
  if (isRoot) return { state: "unneeded" };
  switch (installed?.state) {
    case "ready":
      return manifest === null ? { state: "installed", version: null } : ofBuild(manifest, own);
    case "untrusted":
      return { state: "untrusted", path: installed.path };
    case "other-user":
      return { state: "other-user" };
    case "absent":
    case undefined:
      // Where systemd does not run nothing listens: polkit and sudo start what is installed.
      return manifest === null || isSystemdRunning ? { state: "absent" } : ofBuild(manifest, own);
  }
}

function ofBuild({ version, ruleset }: OwnBuild, own: OwnBuild): FoundHelper {
  switch (mismatchOf({ helper: version, ruleset }, own)) {
    case null:
      return { state: "installed", version };
    case "helper-older":
      return { state: "older", version };
    case "helper-newer":
      return { state: "newer", version };
  }
}
