import { rmSync } from "node:fs";
import { LINUX_SOCKETS } from "../../shared/helper-setup/linux-units.ts";
import { unitFiles } from "../../shared/helper-setup/linux-files.ts";
import { putText } from "./put-file.ts";
import { runProgram } from "./run-program.ts";
import { isSystemdRunning } from "./systemd-running.ts";

const SYSTEMCTL = "/usr/bin/systemctl";
const SERVICES = ["holdfast-helper@*.service", "holdfast-keep-alive@*.service"];
/** What `systemctl stop` and `disable` say of a unit that does not exist. */
const NOT_LOADED = [0, 1, 5];

/** Puts the units in place for one user and listens. Throws SetupFailure. */
export function startListening(uid: number): void {
  for (const { path, content } of unitFiles(uid)) putText(path, content);
  runProgram([SYSTEMCTL, "daemon-reload"]);
  runProgram([SYSTEMCTL, "enable", ...LINUX_SOCKETS]);
  // Sockets of an earlier installation were made for its user and mode.
  runProgram([SYSTEMCTL, "restart", ...LINUX_SOCKETS]);
}

/** Ends listening and all helpers, and removes the units, before the program that they name is removed (R19). Throws SetupFailure. */
export function stopListening(): void {
  if (isSystemdRunning()) {
    // One that runs is stopped, also when its file is gone already.
    for (const unit of [...LINUX_SOCKETS, ...SERVICES]) runProgram([SYSTEMCTL, "stop", unit], NOT_LOADED);
    for (const unit of LINUX_SOCKETS) runProgram([SYSTEMCTL, "disable", unit], NOT_LOADED);
  }
  // The user's number changes nothing of the names.
  for (const { path } of unitFiles(0)) rmSync(path, { force: true });
  if (isSystemdRunning()) runProgram([SYSTEMCTL, "daemon-reload"]);
}
