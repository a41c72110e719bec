import type { Process } from "../processes.ts";
import type { Answer, MacState } from "../state.ts";

/**
 * `lsof -a -p PIDS -d 1,2 -Ffn`: the outputs of processes, field by field.
 *
 * `lsof -nP -i`: connected sockets; without `-i` the controls of the tunnels. What it prints counts, its status is that of
 * a program that did not find everything.
 */
export function lsof(words: readonly string[], { processes }: MacState): Answer {
  if (words.includes("-Ffn")) return outputFields(words, processes);
  const internet = words.includes("-i");
  const rows = processes.all().flatMap((process) => (internet ? internetRows(process) : controlRows(process)));
  const head = internet
    ? "COMMAND     PID   USER   FD   TYPE             DEVICE SIZE/OFF NODE NAME"
    : "COMMAND     PID   USER   FD      TYPE             DEVICE SIZE/OFF     NODE NAME";
  const out = rows.length === 0 ? "" : [head, ...rows, ""].join("\n");
  return { out, errors: "", status: 1 };
}

function outputFields(words: readonly string[], processes: MacState["processes"]): Answer {
  const pids = (words[words.indexOf("-p") + 1] ?? "").split(",").map(Number);
  const found = pids.flatMap((pid) => processes.find(pid) ?? []).toSorted((a, b) => a.pid - b.pid);
  const fields = found.flatMap(({ pid, output }) => {
    const name = `n${inCLocale(output)}`;
    return [`p${pid}`, "f1", name, "f2", name];
  });
  return { out: fields.map((field) => `${field}\n`).join(""), errors: "", status: found.length < pids.length ? 1 : 0 };
}

// What is beyond ASCII cannot be printed there.
function inCLocale(name: string): string {
  const bytes = (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16)}`).join("");
  return name.replaceAll("\\", "\\\\").replaceAll(/[^\x20-\x7e]+/g, bytes);
}

function internetRows(process: Process): string[] {
  return process.sockets.map(({ transport, local, remote, state }, index) => {
    const type = local.startsWith("[") ? "IPv6" : "IPv4";
    const end = state === null ? "" : ` (${state})`;
    return `${start(process)} ${`${index + 8}u`.padStart(4)}  ${type} 0x35d0b1a2c7790e61      0t0  ${transport} ${local}->${remote}${end}`;
  });
}

function controlRows(process: Process): string[] {
  return process.tunnels.map((name, index) => {
    const unit = Number(name.slice("utun".length)) + 1;
    const control = `[ctl com.apple.net.utun_control id 3 unit ${unit}]`;
    return `${start(process)} ${`${index + 7}u`.padStart(4)}     systm 0x35d0b1a2c7790e53      0t0          ${control}`;
  });
}

function start({ command, pid, user }: Process): string {
  const program = command.split(" ")[0] ?? "";
  const name = program.slice(program.lastIndexOf("/") + 1).slice(0, 9);
  return `${name.padEnd(9)} ${String(pid).padStart(5)} ${user.padStart(6)}`;
}
