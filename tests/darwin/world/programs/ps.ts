import { cTime } from "../kernel/routing-message.ts";
import type { Answer, MacState } from "../state.ts";
import { failed, printed } from "../state.ts";

/** `ps -axo pid,ppid,user,lstart,command`, with or without `ww`, in the C locale. */
export function ps(words: readonly string[], { processes }: MacState): Answer {
  if (words.at(-1) !== "pid,ppid,user,lstart,command") return failed("ps: illegal option", 1);
  const all = processes.all();
  const width = Math.max("USER".length, ...all.map(({ user }) => user.length));
  const line = (pid: string, parent: string, user: string, start: string, command: string) =>
    `${pid.padStart(5)} ${parent.padStart(5)} ${user.padEnd(width)} ${start.padEnd(28)} ${command}\n`;
  const rows = all.map(({ pid, parentPid, user, startedAt, command }) =>
    line(String(pid), String(parentPid), user, cTime(startedAt), command),
  );
  return printed(line("PID", "PPID", "USER", "STARTED", "COMMAND") + rows.join(""));
}
