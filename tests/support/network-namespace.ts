import { commandLine } from "../../electron/observe/command-line.ts";
import type { Tool } from "../../electron/observe/command-line.ts";
import { linuxPlace } from "../../electron/observe/linux.ts";
import type { LinuxPlace } from "../../electron/observe/linux.ts";
import { runCommand } from "../../electron/observe/run-command.ts";
import { startKeeper } from "../lab/room/keeper.ts";
import { PROGRAMS } from "../lab/room/programs.ts";

/** A network namespace of its own, seen from outside. */
export interface NetworkNamespace {
  readonly place: LinuxPlace;
  /** Runs `ip` with these words inside, fed with `input`; throws with what it said when it fails. */
  ip(words: string, input?: string): Promise<void>;
  /** Ends it; the kernel removes all that is in it, also when this program is killed. */
  end(): Promise<void>;
}

/** Whether this machine can have one: Linux, and root. */
export const canHaveNamespaces = process.platform === "linux" && process.getuid?.() === 0;

/** Makes an empty network namespace with its loopback interface up. */
export async function makeNamespace(): Promise<NetworkNamespace> {
  const keeper = await startKeeper([], ["--net"]);
  const tool: Tool = {
    path: PROGRAMS.nsenter,
    arguments: ["--net", "--target", String(keeper.pid), "--", PROGRAMS.ip],
  };
  const ip = async (words: string, input = "") => {
    const content = await runCommand({ ...commandLine(tool, words.split(" ")), input });
    if (!content.read) throw new Error(`ip ${words}: ${JSON.stringify(content.reason)}`);
  };
  await ip("link set lo up");
  const place = {
    ...linuxPlace(),
    ip: tool,
    resolvectl: null,
    process: `/proc/${keeper.pid}`,
    stateFolders: [],
    nmcli: null,
    leases: [],
  };
  return { place, ip, end: keeper.end };
}
