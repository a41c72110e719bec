import type { SystemdRoom } from "./systemd-room.ts";

/** Everything that an installation could leave: files with their owners, modes and sizes; users and groups; units. */
export async function stateOf({ run }: SystemdRoom): Promise<Record<string, string>> {
  const format = "%p %y %m %U %G %s %l\n";
  // The programs that make and remove a user keep the lists as they were before, beside them.
  const backups = ["passwd-", "group-", "shadow-", "gshadow-"].flatMap((name) => ["!", "-path", `/etc/${name}`]);
  const ownNoise = ["!", "-path", "/etc", "!", "-path", "/etc/.pwd.lock"];
  // What systemd itself notes of every unit that it has run.
  const runtime = ["!", "-path", "/run/systemd/*", "!", "-path", "/run/log/*"];
  const places = ["/etc", "/usr", "/opt", "/var/lib", "/run", "/srv"];
  const files = await run([
    "/usr/bin/find",
    ...places,
    "-xdev",
    ...backups,
    ...ownNoise,
    ...runtime,
    "!",
    "-type",
    "d",
    "-printf",
    format,
  ]);
  const folders = await run([
    "/usr/bin/find",
    ...places,
    "-xdev",
    ...runtime,
    "-type",
    "d",
    "-printf",
    "%p %m %U %G\n",
  ]);
  const list = ["/usr/bin/systemctl", "list-unit-files", "--no-pager", "--no-legend"];
  return {
    files: sorted(files),
    folders: sorted(folders),
    users: await run(["/usr/bin/cat", "/etc/passwd", "/etc/group", "/etc/shadow", "/etc/gshadow"]),
    unitFiles: await run(list),
    units: sorted(await run(["/usr/bin/systemctl", "list-units", "--all", "--plain", "--no-legend", "holdfast*"])),
    failed: await run(["/usr/bin/systemctl", "list-units", "--failed", "--plain", "--no-legend"]),
  };
}

const sorted = (text: string) => text.split("\n").toSorted().join("\n");
