import { existsSync } from "node:fs";
import { installedFor } from "../../helper-client/helper-mode.ts";
import { bundledInstaller } from "../helper-setup/open-installer.ts";
import type { HelperSurroundings } from "./helper-availability.ts";

/** What there is on this machine to start a helper with; `retry` are the words that do the same in a terminal, without sudo. */
export function helperSurroundings(retry: readonly string[]): HelperSurroundings {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    installed: installedFor("repair")?.found ?? null,
    hasPkexec: existsSync("/usr/bin/pkexec"),
    bringsInstaller: bundledInstaller(process.platform, process.resourcesPath) !== null,
    command: `sudo ${retry.join(" ")}`,
  };
}
