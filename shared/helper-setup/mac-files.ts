import { launchDaemonTemplate } from "./launch-daemon.ts";
import { postinstall, preinstall, uninstall } from "./mac-scripts.ts";
import type { PackageFile } from "./package-file.ts";
import { HELPER_ID } from "./places.ts";

const PLAIN = 0o644;
const PROGRAM = 0o755;

/** What the package for macOS is made of, and the script that takes it away again. */
export function macFiles(): readonly PackageFile[] {
  return [
    { path: `build/macos/${HELPER_ID}.plist`, content: launchDaemonTemplate(), mode: PLAIN },
    { path: "build/macos/pkg-scripts/preinstall", content: preinstall(), mode: PROGRAM },
    { path: "build/macos/pkg-scripts/postinstall", content: postinstall(), mode: PROGRAM },
    { path: "build/macos/uninstall", content: uninstall(), mode: PROGRAM },
  ];
}
