/** What the scripts run, by their path on every Mac: PATH is never asked (helper-security R8). */
export const MAC_TOOLS = {
  find: "/usr/bin/find",
  id: "/usr/bin/id",
  install: "/usr/bin/install",
  launchctl: "/bin/launchctl",
  mv: "/bin/mv",
  pkgutil: "/usr/sbin/pkgutil",
  rm: "/bin/rm",
  sed: "/usr/bin/sed",
  sleep: "/bin/sleep",
  stat: "/usr/bin/stat",
} as const;

/** For which machine a script is rendered. Fixed when it is: nothing of this can be set by whoever runs it. */
export interface ScriptTarget {
  /** In front of every path that is looked at or changed; empty for a real Mac. */
  readonly root: string;
  readonly tools: Readonly<Record<keyof typeof MAC_TOOLS, string>>;
}

/** Real Macs. */
export const THIS_MAC: ScriptTarget = { root: "", tools: MAC_TOOLS };

/** The same tools, each as one word of the shell. */
export function toolWords({ tools }: ScriptTarget): ScriptTarget["tools"] {
  const words = Object.entries(tools).map(([name, path]) => [name, shellWord(path)]);
  return Object.fromEntries(words) as ScriptTarget["tools"];
}

/** A text as one word of the shell. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Every folder above an absolute path, the highest first. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/").slice(1, -1);
  return ["/", ...parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`)];
}

/** Ends the script with a sentence. */
export const FAIL = `fail() {
  printf 'Holdfast: %s\\n' "$1" >&2
  exit 1
}`;

/** Ends the helper's job, if there is one, and waits until launchd has forgotten it. */
export function bootOut({ launchctl, sleep }: ScriptTarget["tools"], job: string): string {
  // What bootout says differs with the state of the job: 0, 3 when there is none, 36 while it is ending. What counts is
  // whether launchd still knows it: print fails when it does not (113; helper-security §1.1).
  return `boot_out() {
  ${launchctl} bootout ${job} >/dev/null 2>&1 || :
  tries=30
  while ${launchctl} print ${job} >/dev/null 2>&1; do
    [ "$tries" -gt 0 ] || fail 'macOS does not end the helper. Restart this Mac and try again.'
    tries=$((tries - 1))
    ${sleep} 1
  done
}`;
}
