import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DARWIN_TOOLS } from "../../../electron/observe/darwin-tools.ts";
import type { DarwinTools } from "../../../electron/observe/darwin-tools.ts";
import type { Tool } from "../../../electron/observe/command-line.ts";

const OTHERS = ["/usr/sbin/sysctl", "/bin/kill"];

/**
 * Puts a stand-in in the place of every program that Holdfast runs on a Mac, under `root` (`<root>/sbin/route`). Each is a
 * real executable of ten lines that hands its words to the test's process and prints the answer. In bash, because Node
 * takes 50 ms to start and one capture runs 17 of them.
 */
export function furnishTools(root: string, port: number): void {
  const paths = [...Object.values(DARWIN_TOOLS).map(({ path }) => path), ...OTHERS];
  for (const path of paths) {
    const place = join(root, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, script(path.slice(path.lastIndexOf("/") + 1), port));
    chmodSync(place, 0o755);
  }
}

/** The tools of the Mac whose programs are under `root`. */
export function toolsUnder(root: string): DarwinTools {
  const entries = Object.entries(DARWIN_TOOLS).map(([name, tool]: [string, Tool]) => [
    name,
    { path: root + tool.path },
  ]);
  return Object.fromEntries(entries) as DarwinTools;
}

// The shell's own /dev/tcp. An answer that goes on for ever is printed by cat in the place of the shell, so that whoever
// kills the program kills all of it.
function script(program: string, port: number): string {
  return `#!/bin/bash
exec 3<>/dev/tcp/127.0.0.1/${port} || exit 71
input=
[ "$#" -eq 0 ] && input=$(/bin/cat)
printf '%s\\0' ${program} "$#" "$@" "$input" >&3
IFS= read -r status <&3
IFS= read -r errors <&3
[ -n "$errors" ] && printf '%s\\n' "$errors" >&2
[ "$status" = 0 ] && exec /bin/cat <&3
/bin/cat <&3
exit "\${status:-71}"
`;
}
