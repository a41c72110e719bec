import { relative } from "node:path";
import { debianRootFolder } from "../../scripts/setup/debian-root.mjs";
import { inProject } from "../../scripts/paths.mjs";
import type { Outcome } from "../lab/room/run-program.ts";
import { openSystemdRoom } from "../lab/systemd/systemd-room.ts";
import type { SystemdRoom } from "../lab/systemd/systemd-room.ts";
import { PROJECT } from "../lab/systemd/throwaway-root.ts";

/** A user with a home, who may use sudo, and one who may not. */
export const ALICE = { uid: 61_000, name: "alice" };
export const BOB = { uid: 61_001, name: "bob" };
type Person = typeof ALICE;

/** A fresh Debian that has what Holdfast's package depends on, and not the package. */
export interface PackageMachine extends SystemdRoom {
  /** Runs a program as this person, as after a login. */
  runFor(person: Person, ...words: readonly string[]): Promise<Outcome>;
  /** Runs apt-get, which has no network here; throws, with what it said, when it fails. Gives what it printed. */
  apt(...words: readonly string[]): Promise<string>;
  /** The words of sudo by which alice does the same. */
  aptByAlice(...words: readonly string[]): Promise<Outcome>;
}

const APT = ["/usr/bin/apt-get", "-y", "--no-install-recommends", "--allow-downgrades"];
const ENV = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LANG: "C.UTF-8", DEBIAN_FRONTEND: "noninteractive" };
const DEADLINE = 120_000;

/** Boots one. */
export async function openPackageMachine(): Promise<PackageMachine> {
  const room = await openSystemdRoom(debianRootFolder());
  try {
    for (const { uid, name } of [ALICE, BOB]) {
      await room.run(["/usr/sbin/useradd", "--create-home", "--shell", "/bin/bash", "-u", String(uid), name]);
    }
    await room.run(["/usr/bin/tee", "/etc/sudoers.d/alice"], { stdin: "alice ALL=(ALL) NOPASSWD: ALL\n" });
  } catch (error) {
    await room.close();
    throw error;
  }
  const options = { env: ENV, deadlineMs: DEADLINE };
  const runFor: PackageMachine["runFor"] = ({ uid, name }, ...words) =>
    room.runAs(uid, words, { ...options, env: { ...ENV, HOME: `/home/${name}`, USER: name } });
  return {
    ...room,
    runFor,
    apt: (...words) => room.run([...APT, ...words], options),
    aptByAlice: (...words) => runFor(ALICE, "/usr/bin/sudo", ...APT, ...words),
  };
}

/** Where a file of the project is seen in the machine. */
export function inRoom(path: string): string {
  return `${PROJECT}/${relative(inProject(), path)}`;
}
