import type { Line } from "./text-lines.ts";
import { wordsOf } from "./text-lines.ts";

/** What a column of `ps` holds; `other` is one word that is of no use here. */
export type PsColumn =
  | "pid"
  | "parent-pid"
  | "user"
  | "long-start"
  | "short-start"
  | "time"
  | "command"
  | "program"
  | "other";

const BY_TITLE: Readonly<Record<string, PsColumn>> = {
  PID: "pid",
  PPID: "parent-pid",
  USER: "user",
  STARTED: "short-start",
  START: "short-start",
  TIME: "time",
  COMMAND: "command",
  CMD: "command",
  ARGS: "command",
  COMM: "program",
};

const BY_KEYWORD: Readonly<Record<string, PsColumn>> = {
  pid: "pid",
  ppid: "parent-pid",
  user: "user",
  lstart: "long-start",
  start: "short-start",
  time: "time",
  command: "command",
  cmd: "command",
  args: "command",
  comm: "program",
  ucomm: "program",
};

/** `ps aux`: USER PID %CPU %MEM VSZ RSS TT STAT STARTED TIME COMMAND, the same on both systems. */
const AUX: readonly PsColumn[] = ["user", "pid", ...Array<PsColumn>(6).fill("other"), "short-start", "time", "command"];

/** The columns that a header line names, null when the line is no header. */
export function columnsOfHeader(line: Line): PsColumn[] | null {
  const words = wordsOf(line.text);
  if (!words.includes("PID") || words.some((word) => /^\d/.test(word))) return null;
  return words.map((word) => BY_TITLE[word] ?? "other");
}

/** The columns that the arguments ask for (`-axo pid,ppid`, `-o pid= -o user=`, `aux`), null when they cannot be told. */
export function columnsOfArguments(words: readonly string[]): PsColumn[] | null {
  const keywords = words.flatMap((word, index) =>
    /^-?[A-Za-z]*o$/.test(words[index - 1] ?? "") ? word.split(",") : [],
  );
  if (keywords.length > 0) return keywords.map((keyword) => BY_KEYWORD[keyword.replace(/=.*$/, "")] ?? "other");
  return words.some((word) => /^-?(?=.*u)[aux]+w*$/.test(word)) ? [...AUX] : null;
}
