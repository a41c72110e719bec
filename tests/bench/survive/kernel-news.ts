import { createInterface } from "node:readline";
import type { Lab } from "../../lab/lab.ts";
import { PROGRAMS } from "../../lab/room/programs.ts";

/** Listens to what the helper listens to, until the lab ends; gives what counts the lines so far. */
export function startNews({ laptop }: Lab): () => number {
  const words = ["monitor", "label", "link", "address", "route", "rule", "neigh"];
  const child = laptop.spawn([PROGRAMS.ip, ...words], { stdio: ["ignore", "pipe", "ignore"] });
  let lines = 0;
  if (child.stdout === null) throw new Error("no output");
  createInterface({ input: child.stdout }).on("line", () => (lines += 1));
  return () => lines;
}
