import { readdir, readFile } from "node:fs/promises";

/** A process that another one has started. */
export interface ChildOf {
  readonly pid: number;
  /** Its program and arguments, joined by spaces. */
  readonly command: string;
}

/** The processes that run as children of any thread of this one. */
export async function childrenOf(pid: number | undefined): Promise<ChildOf[]> {
  const threads = `/proc/${pid}/task`;
  const listed = await Promise.all((await readdir(threads)).map((id) => read(`${threads}/${id}/children`)));
  const pids = listed.flatMap((line) => line.split(" ")).filter((text) => text !== "");
  return Promise.all(
    pids.map(async (child) => ({
      pid: Number(child),
      command: (await read(`/proc/${child}/cmdline`)).split("\0").join(" ").trim(),
    })),
  );
}

// A thread or a child may have ended since it was listed.
async function read(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
