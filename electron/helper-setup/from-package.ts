import { existsSync } from "node:fs";
import { LINUX_PLACES } from "../../shared/helper-setup/places.ts";

/** Whether a package for Linux brought the helper's programs and units, and will renew and remove them. */
export function isFromPackage(): boolean {
  return existsSync(LINUX_PLACES.packageMark);
}
