import { startKeeper, type Keeper } from "./keeper.ts";
import { PROGRAMS } from "./programs.ts";
import { mustRun } from "./run-program.ts";

/**
 * The lab's sealed room: own mounts (so its /run, with the names of its network namespaces, is nobody else's), own
 * processes, and a network namespace without any way out. Nothing of it can be seen by, or left on, the machine.
 */
export interface Room {
  readonly keeper: Keeper;
  /** Words to put before a program's to start it in the room's network namespace `namespace`, as one of its processes. */
  enter(namespace: string): string[];
  /** Runs lines of `ip -batch` in the network namespace `namespace`; throws what ip says if one fails. */
  ip(namespace: string, lines: readonly string[]): Promise<void>;
}

/** nsenter stays outside as the parent of the program that it starts; killing it must not leave that program behind. */
export const DIE_WITH_NSENTER = [PROGRAMS.setpriv, "--pdeathsig", "KILL", "--"];

const INSIDE = ["--mount", "--pid", "--", ...DIE_WITH_NSENTER];

/** Opens a room with the named, empty network namespaces. */
export async function openRoom(namespaces: readonly string[]): Promise<Room> {
  const keeper = await startKeeper([], ["--mount", "--net"]);
  const enter = (net: string): string[] => [PROGRAMS.nsenter, `--target=${keeper.pid}`, net, ...INSIDE];
  const ip = async (net: string, lines: readonly string[]): Promise<void> => {
    await mustRun([...enter(net), PROGRAMS.ip, "-batch", "-"], { stdin: lines.map((line) => `${line}\n`).join("") });
  };
  const named = (namespace: string): string => `--net=/proc/${keeper.pid}/root/run/netns/${namespace}`;
  try {
    await mustRun([...enter("--net"), PROGRAMS.mount, "-t", "tmpfs", "room", "/run"]);
    await ip(
      "--net",
      namespaces.map((name) => `netns add ${name}`),
    );
  } catch (error) {
    await keeper.end();
    throw error;
  }
  return {
    keeper,
    enter: (namespace) => enter(named(namespace)),
    ip: (namespace, lines) => ip(named(namespace), lines),
  };
}
