import { readFileSync } from "node:fs";
import { SYSTEM_USER_FILE } from "../../shared/helper-setup/linux-files.ts";
import { SYSTEM_USER } from "../../shared/helper-setup/linux-units.ts";
import { putText } from "./put-file.ts";
import { runProgram } from "./run-program.ts";
import { SetupFailure } from "./setup-failure.ts";

/** userdel(8): there is no such user. groupdel(8): no such group. */
const NO_SUCH_USER = 6;

/** Makes the helper's system user where it is missing and gives the number of its group. Throws SetupFailure. */
export function makeSystemUser(): number {
  putText(SYSTEM_USER_FILE.path, SYSTEM_USER_FILE.content);
  runProgram(["/usr/bin/systemd-sysusers", SYSTEM_USER_FILE.path]);
  const group = idIn("/etc/group", SYSTEM_USER);
  if (group === null) throw new SetupFailure("unknown-user", { user: SYSTEM_USER });
  return group;
}

/** Removes it and its group. */
export function removeSystemUser(): void {
  if (idIn("/etc/passwd", SYSTEM_USER) !== null) runProgram(["/usr/sbin/userdel", SYSTEM_USER], [0, NO_SUCH_USER]);
  if (idIn("/etc/group", SYSTEM_USER) !== null) runProgram(["/usr/sbin/groupdel", SYSTEM_USER], [0, NO_SUCH_USER]);
}

/** The number of a user, given by name or number, who can be served: root needs no helper. Throws SetupFailure `unknown-user`. */
export function userNumber(user: string): number {
  const uid = /^[1-9]\d{0,9}$/.test(user) ? Number(user) : idIn("/etc/passwd", user);
  if (uid === null || uid === 0) throw new SetupFailure("unknown-user", { user });
  return uid;
}

function idIn(file: string, name: string): number | null {
  const row = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([first]) => first === name);
  return row === undefined ? null : Number(row[2]);
}
