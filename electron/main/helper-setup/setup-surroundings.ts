import { existsSync } from "node:fs";
import { HelperFailure } from "../../helper-client/helper-failure.ts";
import { installedFor } from "../../helper-client/helper-mode.ts";
import { locateNode } from "../../helper-client/locate-node.ts";
import { isSystemdRunning } from "../../helper-setup/systemd-running.ts";
import type { KnownHelper } from "./found-helper.ts";
import { locateCli } from "./locate-cli.ts";
import { notedBuild } from "./noted-build.ts";
import { bundledInstaller } from "./open-installer.ts";
import type { FoundTools } from "./setup-way.ts";

const PKEXEC = "/usr/bin/pkexec";

/** What there is on this computer to install the helper with, and what is installed. */
export interface SetupSurroundings extends FoundTools {
  /** Number of the user who runs the app. */
  readonly uid: number;
  readonly helper: KnownHelper;
}

/** Looks at this computer. */
export function setupSurroundings(): SetupSurroundings {
  // Only Windows has no user numbers, and Holdfast does not run there.
  const uid = process.getuid?.() ?? 0;
  const installed = installedFor("repair")?.found ?? null;
  return {
    platform: process.platform,
    uid,
    helper: {
      isRoot: uid === 0,
      installed,
      manifest: notedBuild(process.platform, installed),
      isSystemdRunning: isSystemdRunning(),
    },
    tools: { pkexec: existsSync(PKEXEC) ? PKEXEC : null, node: rootsNode(), cli: isAppImage() ? null : locateCli() },
    installer: bundledInstaller(process.platform, process.resourcesPath),
  };
}

// An AppImage is a file system of its user's, in which root may not read: nothing out of it can be started with root's rights.
function isAppImage(): boolean {
  return process.env["APPIMAGE"] !== undefined;
}

function rootsNode(): string | null {
  try {
    return locateNode();
  } catch (error) {
    if (error instanceof HelperFailure) return null;
    throw error;
  }
}
