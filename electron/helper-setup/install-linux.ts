import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { InstalledWay } from "../../shared/contract/helper-setup-report.ts";
import { POLICY_FILE } from "../../shared/helper-setup/linux-files.ts";
import { LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { putManifest, readManifest } from "./manifest.ts";
import { makeFolder, putLock, putText } from "./put-file.ts";
import { startListening } from "./service-manager.ts";
import { putPrograms } from "./sources.ts";
import type { Sources } from "./sources.ts";
import { makeSystemUser } from "./system-user.ts";
import { isSystemdRunning } from "./systemd-running.ts";

/** For whom, and which build. */
export interface InstallRequest extends Sources {
  readonly uid: number;
  readonly version: string;
  readonly ruleset: string;
}

/**
 * Installs the helper, also over an older one. Where systemd does not run there are no sockets, but what polkit and sudo
 * start is root's own copy. Throws SetupFailure.
 */
export function installLinux({ bundle, uid, version, ruleset }: InstallRequest): InstalledWay {
  makeFolder(LINUX_PLACES.folder);
  const keepsJournal = readManifest(LINUX_PLACES.manifest)?.keepsJournal ?? existsSync(LINUX_PLACES.rootJournal);
  putPrograms({ bundle }, LINUX_PLACES);
  putManifest(LINUX_PLACES.manifest, { version, ruleset, uid, keepsJournal });
  const hasPolkit = existsSync(dirname(POLICY_FILE.path));
  if (hasPolkit) putText(POLICY_FILE.path, POLICY_FILE.content);
  if (!isSystemdRunning()) return hasPolkit ? "polkit" : "sudo";
  putLock(LINUX_PLACES.lock, makeSystemUser());
  startListening(uid);
  return "sockets";
}
