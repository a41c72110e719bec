import { rmSync } from "node:fs";
import { POLICY_FILE, SYSTEM_USER_FILE } from "../../shared/helper-setup/linux-files.ts";
import { LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { isFromPackage } from "./from-package.ts";
import { readManifest } from "./manifest.ts";
import { stopListening } from "./service-manager.ts";
import { removeSystemUser } from "./system-user.ts";

/**
 * Removes the helper and everything that its installation or its use made; root's own journal stays where it was there
 * before. What a package brought stays until the package is removed, and serves nobody. Also removes what is left of an
 * installation that was broken off. Throws SetupFailure.
 */
export function uninstallLinux(): void {
  const keepsJournal = readManifest(LINUX_PLACES.manifest)?.keepsJournal ?? true;
  stopListening();
  const { socketFolder, journal, rootJournal } = LINUX_PLACES;
  for (const made of [...installed(), socketFolder, journal, ...(keepsJournal ? [] : [rootJournal])]) {
    rmSync(made, { recursive: true, force: true });
  }
  removeSystemUser();
}

function installed(): readonly string[] {
  const { folder, manifest, lock } = LINUX_PLACES;
  return isFromPackage() ? [manifest, lock] : [POLICY_FILE.path, SYSTEM_USER_FILE.path, folder];
}
