/** Where the project's folder is seen in the room. */
export const PROJECT = "/project";

/**
 * What is mounted for a throw-away root: the files of `lower`, this machine's or another root's, under a layer that takes all
 * changes, and nothing of this machine's devices but the harmless ones.
 */
export function throwawayRoot(folder: string, lower: string): readonly (readonly string[])[] {
  const root = `${folder}/root`;
  const layers = `lowerdir=${lower},upperdir=${folder}/layer/changes,workdir=${folder}/layer/work`;
  const mount = (...words: string[]) => ["/usr/bin/mount", ...words];
  return [
    mount("-t", "tmpfs", "layer", `${folder}/layer`),
    ["/usr/bin/mkdir", `${folder}/layer/changes`, `${folder}/layer/work`],
    mount("-t", "overlay", "root", "-o", layers, root),
    mount("-t", "tmpfs", "-o", "mode=755", "run", `${root}/run`),
    mount("-t", "tmpfs", "-o", "mode=1777", "tmp", `${root}/tmp`),
    mount("-t", "proc", "proc", `${root}/proc`),
    mount("-t", "sysfs", "-o", "ro", "sysfs", `${root}/sys`),
    mount("-t", "tmpfs", "-o", "mode=755", "dev", `${root}/dev`),
    ...DEVICES.flatMap((name) => [
      ["/usr/bin/touch", `${root}/dev/${name}`],
      mount("--bind", `/dev/${name}`, `${root}/dev/${name}`),
    ]),
    ["/usr/bin/mkdir", ...["shm", "pts", "mqueue", "hugepages"].map((name) => `${root}/dev/${name}`)],
    mount("-t", "devpts", "-o", "newinstance,ptmxmode=0666", "devpts", `${root}/dev/pts`),
    ["/usr/bin/ln", "-s", "pts/ptmx", `${root}/dev/ptmx`],
    ["/usr/bin/ln", "-s", "/proc/self/fd", `${root}/dev/fd`],
    mount("-t", "tmpfs", "cgroup", `${root}/sys/fs/cgroup`),
    mount("-t", "cgroup2", "cgroup2", `${root}/sys/fs/cgroup`),
    // The project may lie on a file system of its own, or below a folder that others may not enter.
    ["/usr/bin/mkdir", `${root}${PROJECT}`, `${root}/outside`],
    mount("--bind", "-o", "ro", process.cwd(), `${root}${PROJECT}`),
    ["/usr/sbin/pivot_root", root, `${root}/outside`],
    ["/usr/bin/umount", "-l", "/outside"],
    ["/usr/bin/rmdir", "/outside"],
  ];
}

const DEVICES = ["null", "zero", "full", "random", "urandom", "tty"];

/** Units of the machine that have no business here, and those that would look for hardware. */
export const MASKED_UNITS = [
  "systemd-udevd.service",
  "systemd-udevd-control.socket",
  "systemd-udevd-kernel.socket",
  "systemd-udev-trigger.service",
  "systemd-journald-audit.socket",
  "systemd-journal-flush.service",
  "systemd-update-utmp.service",
  "dev-hugepages.mount",
  "dev-mqueue.mount",
  "sys-kernel-debug.mount",
  "sys-kernel-tracing.mount",
];
