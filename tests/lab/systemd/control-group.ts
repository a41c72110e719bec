import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "../room/wait-until.ts";

/** A control group of the machine's that holds all processes of one room. */
export interface ControlGroup {
  readonly folder: string;
  /** Kills whatever is left in it, and removes it with all groups below it. */
  remove(): Promise<void>;
}

let count = 0;

/** Makes one, named after this process. Throws where the machine has no control groups of version 2. */
export function makeControlGroup(): ControlGroup {
  const folder = join(mountPoint(), `holdfast-room-${process.pid}-${count++}`);
  mkdirSync(folder);
  return {
    folder,
    async remove() {
      writeFileSync(join(folder, "cgroup.kill"), "1");
      const isEmpty = () => readFileSync(join(folder, "cgroup.events"), "utf8").includes("populated 0");
      await waitUntil("the control group is empty", 10_000, isEmpty);
      removeBelow(folder);
    },
  };
}

/** Where control groups of version 2 are mounted; beside those of version 1 that is a folder below. */
function mountPoint(): string {
  const rows = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .map((row) => row.split(" "));
  const path = rows.find(([, , type]) => type === "cgroup2")?.[1];
  if (path === undefined) throw new Error("this machine has no control groups of version 2");
  return path;
}

function removeBelow(folder: string): void {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of below) removeBelow(join(folder, name));
  rmdirSync(folder);
}
