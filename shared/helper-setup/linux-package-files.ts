import { firstLine } from "./first-line.ts";
import { POLICY_FILE, SYSTEM_USER_FILE, unitFiles } from "./linux-files.ts";
import type { SetupFile } from "./linux-files.ts";
import type { PackageFile } from "./package-file.ts";
import { LINUX_PLACES } from "./places.ts";

const ROOT = "build/linux/root";
const PLAIN = 0o644;

/** Says to whoever looks, and to `holdfast helper install`, whose files these are. */
const MARK: SetupFile = {
  path: LINUX_PLACES.packageMark,
  content: "The package holdfast has brought these files, renews them and removes them.\n",
};

/**
 * What the package for Linux puts beside the programs, as it lies in the file system, and the line that goes before the helper's
 * bundle.
 */
export function linuxPackageFiles(): readonly PackageFile[] {
  const brought = [MARK, ...unitFiles(LINUX_PLACES.packageUnits), SYSTEM_USER_FILE, POLICY_FILE];
  return [
    ...brought.map(({ path, content }) => ({ path: `${ROOT}${path}`, content, mode: PLAIN })),
    { path: "build/linux/helper-first-line", content: `${firstLine(LINUX_PLACES.node)}\n`, mode: PLAIN },
  ];
}
