import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { InstalledWay } from "../../shared/contract/helper-setup-report.ts";
import { POLICY_FILE, SYSTEM_USER_FILE, unitFiles } from "../../shared/helper-setup/linux-files.ts";
import { LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { isFromPackage } from "./from-package.ts";
import { putManifest, readManifest } from "./manifest.ts";
import { makeFolder, putLock, putText } from "./put-file.ts";
import { removeOwnUnits, startListening } from "./service-manager.ts";
import { SetupFailure } from "./setup-failure.ts";
import { putPrograms } from "./sources.ts";
import type { Sources } from "./sources.ts";
import { makeSystemUser } from "./system-user.ts";
import { isSystemdRunning } from "./systemd-running.ts";

/** What sets up the helper of a package. */
const PACKAGED_COMMAND = "sudo /usr/bin/holdfast helper install";

/** For whom, and which build. */
export interface InstallRequest extends Sources {
  readonly uid: number;
  readonly version: string;
  readonly ruleset: string;
}

/**
 * Installs the helper, also over an older one. What a package has brought is used as it is and put for this user. Where systemd
 * does not run there are no sockets, but what polkit and sudo start is root's own copy. Throws SetupFailure.
 */
export function installLinux({ bundle, uid, version, ruleset }: InstallRequest): InstalledWay {
  const isPackaged = bundle === LINUX_PLACES.bundle;
  if (!isPackaged && isFromPackage()) throw new SetupFailure("from-package", { command: PACKAGED_COMMAND });
  makeFolder(LINUX_PLACES.folder);
  const keepsJournal = readManifest(LINUX_PLACES.manifest)?.keepsJournal ?? existsSync(LINUX_PLACES.rootJournal);
  if (isPackaged) removeOwnUnits();
  else putOwnFiles(bundle);
  putManifest(LINUX_PLACES.manifest, { version, ruleset, uid, keepsJournal });
  if (!isSystemdRunning()) return existsSync(POLICY_FILE.path) ? "polkit" : "sudo";
  putLock(LINUX_PLACES.lock, makeSystemUser());
  startListening(uid);
  return "sockets";
}

// What a package would have brought.
function putOwnFiles(bundle: string): void {
  putPrograms({ bundle }, LINUX_PLACES);
  if (existsSync(dirname(POLICY_FILE.path))) putText(POLICY_FILE.path, POLICY_FILE.content);
  if (!isSystemdRunning()) return;
  for (const { path, content } of [...unitFiles(), SYSTEM_USER_FILE]) putText(path, content);
}
