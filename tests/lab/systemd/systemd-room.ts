import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startKeeper } from "../room/keeper.ts";
import { commandOf, descendantsOf } from "../room/processes.ts";
import { PROGRAMS } from "../room/programs.ts";
import { DIE_WITH_NSENTER } from "../room/room.ts";
import { mustRun, runProgram } from "../room/run-program.ts";
import type { Outcome, RunOptions } from "../room/run-program.ts";
import { startProgram } from "../room/start-program.ts";
import { waitUntil } from "../room/wait-until.ts";
import { makeControlGroup } from "./control-group.ts";
import { MASKED_UNITS, throwawayRoot } from "./throwaway-root.ts";

/** A machine of its own with a real systemd as process 1: a throw-away root, and nothing of the network. */
export interface SystemdRoom {
  /** Words that start a program in it as a user; root when left out. */
  enter(uid?: number): string[];
  /** Runs a program in it; see {@link mustRun}. */
  run(words: readonly string[], options?: RunOptions): Promise<string>;
  /** Runs a program in it as this user, however it ends. */
  runAs(uid: number, words: readonly string[], options?: RunOptions): Promise<Outcome>;
  close(): Promise<void>;
}

const IN_CGROUP = join(process.cwd(), "tests/lab/systemd/in-cgroup.mjs");
const OWN = ["--mount", "--net", "--uts", "--ipc", "--cgroup"];
const SYSTEMD = "/usr/lib/systemd/systemd";
const UNITS = "/etc/systemd/system";

/**
 * Boots it: about half a second. Everything of it ends with this process. `lower` is the root that it is made of, this
 * machine's own when it is left out; nothing in it is changed.
 */
export async function openSystemdRoom(lower = "/"): Promise<SystemdRoom> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-systemd-"));
  chmodSync(folder, 0o755);
  for (const name of ["layer", "root"]) mkdirSync(join(folder, name));
  const group = makeControlGroup();
  const inGroup = [process.execPath, IN_CGROUP, group.folder];
  const keeper = await startKeeper(inGroup, OWN);
  const close = async () => {
    await keeper.end();
    await group.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const inside = [PROGRAMS.nsenter, `--target=${keeper.pid}`, ...OWN, "--pid"];
    for (const words of throwawayRoot(folder, lower)) await mustRun([...inside, "--", ...words]);
    await prepareUnits([...inside, "--"]);
    const boot = [PROGRAMS.unshare, "--mount", "--pid", "--mount-proc", "--fork", "--kill-child=KILL", SYSTEMD];
    const words = [...inGroup, ...inside, "--", ...boot, "--unit=room.target", "--log-target=journal"];
    const started = startProgram(words, { stdio: "ignore", env: { container: "holdfast-room" } });
    const pid = await waitUntil("systemd runs", 10_000, () => systemdBelow(started.pid ?? 0));
    return await whenReady(roomOf(pid, close));
  } catch (error) {
    await close();
    throw error;
  }
}

// Nothing of what is installed on the machine starts, but for systemd's own.
async function prepareUnits(inside: readonly string[]): Promise<void> {
  await mustRun([...inside, "/usr/bin/rm", "-rf", UNITS]);
  await mustRun([...inside, "/usr/bin/mkdir", UNITS]);
  for (const unit of MASKED_UNITS) await mustRun([...inside, "/usr/bin/ln", "-s", "/dev/null", `${UNITS}/${unit}`]);
  const target = "[Unit]\nDescription=A room\nRequires=sockets.target\n";
  await mustRun([...inside, "/usr/bin/tee", `${UNITS}/room.target`], { stdin: target });
  await mustRun([...inside, "/usr/bin/tee", "/etc/machine-id"], { stdin: `${"1".repeat(32)}\n` });
}

function systemdBelow(pid: number): number | undefined {
  return descendantsOf(pid).find((below) => commandOf(below) === "systemd");
}

function roomOf(pid: number, close: SystemdRoom["close"]): SystemdRoom {
  const inside = [PROGRAMS.nsenter, `--target=${pid}`, ...OWN, "--pid", "--wdns=/", "--"];
  const asUser = (uid: number) => [`--reuid=${uid}`, `--regid=${uid}`, "--clear-groups", "--"];
  const enter = (uid = 0) => [
    ...inside,
    ...(uid === 0 ? DIE_WITH_NSENTER : [PROGRAMS.setpriv, "--pdeathsig", "KILL", ...asUser(uid)]),
  ];
  return {
    enter,
    run: (words, options) => mustRun([...enter(), ...words], options),
    runAs: (uid, words, options) => runProgram([...enter(uid), ...words], options),
    close,
  };
}

async function whenReady(room: SystemdRoom): Promise<SystemdRoom> {
  const isRunning = async () => {
    const { stdout } = await room.runAs(0, ["/usr/bin/systemctl", "is-system-running"]);
    return stdout.trim() === "running" || stdout.trim() === "degraded";
  };
  await waitUntil("systemd has booted", 20_000, isRunning);
  return room;
}
