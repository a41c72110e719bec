import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAC_TOOLS, shellWord } from "../../../../shared/helper-setup/mac-script-parts.ts";
import type { ScriptTarget } from "../../../../shared/helper-setup/mac-script-parts.ts";

/** Files by which a test and the stand-in tools talk, by their path. */
export interface Signs {
  /** One line for each call. */
  readonly calls: string;
  /** Number of the call that is cut off together with the script, as when the power fails. */
  readonly cut: string;
  /** There while launchd knows the job; one line for each question to which it still says yes after bootout. */
  readonly job: string;
  /** There when launchd refuses the job. */
  readonly refused: string;
  /** What macOS says about who is logged in at the screen. */
  readonly screen: string;
}

/**
 * Makes programs in a folder that write down how they are called. launchctl, stat, pkgutil and sleep are played as they
 * behave on a Mac (exit codes: helper-security §1.1); all others are the real ones of this machine. `socket` is where
 * launchd makes the job's socket.
 */
export function standInTools(folder: string, signs: Signs, socket: string): ScriptTarget["tools"] {
  mkdirSync(folder);
  const [calls, cut, job, refused, screen] = [signs.calls, signs.cut, signs.job, signs.refused, signs.screen].map(
    shellWord,
  );
  const record = (name: string) => `#!/bin/sh
printf '%s\\n' "${name} $*" >>${calls}
if [ -e ${cut} ] && [ "$(/usr/bin/wc -l <${calls})" -ge "$(/bin/cat ${cut})" ]; then kill -9 "$PPID"; exit 99; fi
`;
  const played: Readonly<Record<string, string>> = {
    launchctl: `case $1 in
bootstrap)
  [ ! -e ${job} ] || exit 5
  [ ! -e ${refused} ] || exit 5
  [ ! -e ${shellWord(socket)} ] || exit 5
  [ "$(/usr/bin/find "$3" -user 0 -perm 0644)" = "$3" ] || exit 122
  : >${job}
  : >${shellWord(socket)} ;;
bootout)
  [ -e ${job} ] || exit 3
  [ ! -s ${job} ] || exit 36
  /bin/rm ${job} ;;
print)
  [ -e ${job} ] || exit 113
  [ -s ${job} ] || exit 0
  /usr/bin/tail -n +2 ${job} >${job}.less
  if [ -s ${job}.less ]; then /bin/mv ${job}.less ${job}; else /bin/rm ${job} ${job}.less; fi ;;
*) exit 64 ;;
esac
`,
    stat: `[ "$*" = '-f %u /dev/console' ] || exit 64
/bin/cat ${screen}
`,
    pkgutil: "exit 1\n",
    sleep: "exit 0\n",
  };
  const made = Object.entries(MAC_TOOLS).map(([name, real]) => {
    const path = join(folder, name);
    writeFileSync(path, `${record(name)}${played[name] ?? `exec ${real} "$@"\n`}`);
    chmodSync(path, 0o755);
    return [name, path];
  });
  return Object.fromEntries(made) as ScriptTarget["tools"];
}

/** The calls that were made, oldest first. */
export function callsIn({ calls }: Signs): string[] {
  return existsSync(calls) ? readFileSync(calls, "utf8").split("\n").filter(Boolean) : [];
}
