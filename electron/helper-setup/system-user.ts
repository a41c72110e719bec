import { SYSTEM_USER_FILE } from "../../shared/helper-setup/linux-files.ts";
import { SYSTEM_USER } from "../../shared/helper-setup/linux-units.ts";
import { runProgram } from "./run-program.ts";
import { SetupFailure } from "./setup-failure.ts";

const GETENT = "/usr/bin/getent";
/** getent(1): no such entry. */
const NOT_FOUND = 2;

/** Makes the helper's system user, as its file says, where it is missing, and gives the number of its group. Throws SetupFailure. */
export function makeSystemUser(): number {
  runProgram(["/usr/bin/systemd-sysusers", SYSTEM_USER_FILE.path]);
  const group = numberOf("group", SYSTEM_USER);
  if (group === null) throw new SetupFailure("unknown-user", { user: SYSTEM_USER });
  return group;
}

/** Removes it and its group. */
export function removeSystemUser(): void {
  if (numberOf("passwd", SYSTEM_USER) !== null) runProgram(["/usr/sbin/userdel", SYSTEM_USER]);
  // userdel(8) takes the group of the same name along where the system is set to that.
  if (numberOf("group", SYSTEM_USER) !== null) runProgram(["/usr/sbin/groupdel", SYSTEM_USER]);
}

/** The number of a user, given by name or number, who can be served: root needs no helper. Throws SetupFailure `unknown-user`. */
export function userNumber(user: string): number {
  const uid = numberOf("passwd", user);
  if (uid === null || uid === 0) throw new SetupFailure("unknown-user", { user });
  return uid;
}

/** Asks the system, which may know users that are in no file of this machine. */
function numberOf(database: "passwd" | "group", name: string): number | null {
  const row = runProgram([GETENT, database, "--", name], [0, NOT_FOUND]);
  const id = row.split(":")[2];
  return id === undefined ? null : Number(id);
}
