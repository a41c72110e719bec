import { rmdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { LINUX_SOCKETS } from "../../shared/helper-setup/linux-units.ts";
import { unitFiles, userFiles } from "../../shared/helper-setup/linux-files.ts";
import { putText } from "./put-file.ts";
import { runProgram } from "./run-program.ts";
import { isSystemdRunning } from "./systemd-running.ts";

const SYSTEMCTL = "/usr/bin/systemctl";
const SERVICES = ["holdfast-helper@*.service", "holdfast-keep-alive@*.service"];
/** What `systemctl stop` and `disable` say of a unit that does not exist. */
const NOT_LOADED = [0, 1, 5];

/** Tells the units, which are in place, whom to serve, and listens. Throws SetupFailure. */
export function startListening(uid: number): void {
  for (const { path, content } of userFiles(uid)) putText(path, content);
  runProgram([SYSTEMCTL, "daemon-reload"]);
  runProgram([SYSTEMCTL, "enable", ...LINUX_SOCKETS]);
  // Sockets of an earlier installation were made for its user and mode.
  runProgram([SYSTEMCTL, "restart", ...LINUX_SOCKETS]);
}

/**
 * Ends listening and all helpers, and removes what was put in place for it, before the program that the units name is removed
 * (R19). Units that a package brought stay, and serve nobody. Throws SetupFailure.
 */
export function stopListening(): void {
  if (isSystemdRunning()) {
    // One that runs is stopped, also when its file is gone already.
    for (const unit of [...LINUX_SOCKETS, ...SERVICES]) runProgram([SYSTEMCTL, "stop", unit], NOT_LOADED);
    for (const unit of LINUX_SOCKETS) runProgram([SYSTEMCTL, "disable", unit], NOT_LOADED);
  }
  removeOwnUnits();
  // The user's number changes nothing of the names.
  for (const { path } of userFiles(0)) removeDropIn(path);
  if (isSystemdRunning()) runProgram([SYSTEMCTL, "daemon-reload"]);
}

/** Removes units that were put in place without a package: in this folder they would come before those of one. */
export function removeOwnUnits(): void {
  for (const { path } of unitFiles()) rmSync(path, { force: true });
}

function removeDropIn(path: string): void {
  rmSync(path, { force: true });
  try {
    rmdirSync(dirname(path));
  } catch (error) {
    // Not there, or an administrator has put something of his own into it.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTEMPTY") throw error;
  }
}
