import { realpathSync } from "node:fs";
import { basename } from "node:path";
import type { CommandLine } from "./command-line.ts";
import { isThere } from "./find-tool.ts";
import { LINUX_TOOLS } from "./linux-tools.ts";

const [SETPRIV] = LINUX_TOOLS.setpriv;

/**
 * The same command, ended by the kernel with the thread that started it, also when that is killed (prctl(2),
 * PR_SET_PDEATHSIG). A program that only waits for news would else stay until there are any, with a copy of each
 * descriptor that Chromium does not mark as its own. Unchanged where util-linux's setpriv is not there; busybox's
 * namesake cannot do it.
 */
export function endsWithUs(command: CommandLine): CommandLine {
  if (!isThere(SETPRIV) || basename(realpathSync(SETPRIV)) !== "setpriv") return command;
  return { ...command, path: SETPRIV, arguments: ["--pdeathsig", "KILL", "--", command.path, ...command.arguments] };
}
