import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { linuxUnits } from "../../../shared/helper-setup/linux-units.ts";
import { LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import { HOLDFAST } from "../../lab/holdfast/run-holdfast.ts";
import type { Lab } from "../../lab/lab.ts";
import { PROGRAMS } from "../../lab/room/programs.ts";
import { mustRun } from "../../lab/room/run-program.ts";
import { startProgram } from "../../lab/room/start-program.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";

/** The system user of the helper on the laptop; it needs no name. */
const SYSTEM_USER = 64_000;
const RIGHTS = "-all,+net_admin";

/**
 * Installs the helper on the lab's laptop for one user, and listens in systemd's place: no systemd runs there, so a smaller
 * program of systemd's starts what the unit says, as the unit's user and with the unit's rights. Resolves when it listens.
 */
export async function installHelperFor(uid: number, { laptop }: Lab): Promise<void> {
  const root = `/proc/${laptop.pid}/root`;
  await layOver("/usr", laptop.enter, root);
  await mustRun([...laptop.enter, ...HOLDFAST, "helper", "install", "--user", String(uid)]);
  await mkdir(join(root, LINUX_PLACES.journal), { mode: 0o700 });
  await chown(join(root, LINUX_PLACES.journal), SYSTEM_USER, SYSTEM_USER);
  await writeFile(join(root, LINUX_PLACES.lock), "");
  await chown(join(root, LINUX_PLACES.lock), 0, SYSTEM_USER);
  await chmod(join(root, LINUX_PLACES.lock), 0o640);
  await mkdir(join(root, LINUX_PLACES.socketFolder), { mode: 0o755 });
  startProgram([...laptop.enter, ...listening(uid)], { stdio: "ignore" });
  const socket = join(root, LINUX_PLACES.routesSocket);
  await waitUntil("somebody listens", 10_000, () =>
    chown(socket, uid, 0)
      .then(() => true)
      .catch(() => false),
  );
  await chmod(socket, 0o600);
}

function listening(uid: number): string[] {
  const unit = linuxUnits().get("holdfast-helper@.service") ?? "";
  const line = /^ExecStart=(.*)$/m.exec(unit)?.[1] ?? "";
  const command = line.replace("${HOLDFAST_USER}", String(uid)).replace("%i", `0-1-${uid}`);
  const user = [`--reuid=${SYSTEM_USER}`, `--regid=${SYSTEM_USER}`, "--clear-groups", "--no-new-privs"];
  const rights = [`--inh-caps=${RIGHTS}`, `--ambient-caps=${RIGHTS}`, `--bounding-set=${RIGHTS}`];
  const activate = ["/usr/bin/systemd-socket-activate", "--accept", "--inetd", `--listen=${LINUX_PLACES.routesSocket}`];
  return [...activate, PROGRAMS.setpriv, ...user, ...rights, "--", ...command.split(" ")];
}

async function layOver(path: string, enter: readonly string[], root: string): Promise<void> {
  const [upper, work] = ["/run/layer/upper", "/run/layer/work"];
  for (const folder of [upper, work]) await mkdir(root + folder, { recursive: true });
  const layers = `lowerdir=${path},upperdir=${upper},workdir=${work}`;
  await mustRun([...enter, PROGRAMS.mount, "-t", "overlay", "layer", "-o", layers, path]);
}
