import { readFileSync } from "node:fs";
import { readProc, valueOf } from "./proc-read.ts";

/** Names of the users of this machine by number, from /etc/passwd; users of a directory service have none here. */
export function readUserNames(): ReadonlyMap<number, string> {
  const text = valueOf(readProc(() => readFileSync("/etc/passwd", "utf8"))) ?? "";
  const rows = text.split("\n").map((line) => line.split(":"));
  return new Map(rows.flatMap(([name, , id]) => (name !== undefined && id !== undefined ? [[Number(id), name]] : [])));
}
