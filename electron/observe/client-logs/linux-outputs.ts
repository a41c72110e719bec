import { lstat, readlink, stat } from "node:fs/promises";
import { errorCode } from "../file-sensor.ts";
import { identityOf } from "./log-file.ts";
import type { OutputFile } from "./output-file.ts";

const STANDARD_OUTPUTS = [1, 2];

/** Linux: what the links in /proc/PID/fd lead to. Those of other users are private, unless we are root. */
export async function linuxOutputs(pids: readonly number[]): Promise<OutputFile[]> {
  const links = pids.flatMap((pid) => STANDARD_OUTPUTS.map((descriptor) => ({ pid, descriptor })));
  const files = await Promise.all(links.map(({ pid, descriptor }) => fileBehind(pid, descriptor)));
  return files.filter((file) => file !== null);
}

// The text of the link can mislead: a file that was deleted, and another in its place; a path in another mount
// namespace; `pipe:[4711]`. To follow the link is to reach the open file itself, and the path must lead there, too.
async function fileBehind(pid: number, descriptor: number): Promise<OutputFile | null> {
  const link = `/proc/${pid}/fd/${descriptor}`;
  try {
    const path = await readlink(link);
    const [held, named] = await Promise.all([stat(link, { bigint: true }), lstat(path, { bigint: true })]);
    return identityOf(held) === identityOf(named) ? { pid, path } : null;
  } catch (error) {
    errorCode(error);
    return null;
  }
}
