import type { MacState } from "../state.ts";

const TITLE = "Active kernel control sockets";
const SHORT = "Proto Recv-Q Send-Q   unit     id name";
// Columns of macOS 15.2 and later (macos-facts §7).
const LONG =
  "Proto Recv-Q Send-Q      rxbytes      txbytes  rhiwat  shiwat          process:pid    state  options           gencnt    flags   flags1 usecnt rtncnt fltrs   unit     id name";
const CONTROL = "com.apple.net.utun_control";

/** `netstat -f systm`: one line for each open control of a tunnel; with `-anv` the process that holds it. */
export function printControls({ processes }: MacState, long: boolean): string {
  const open = processes
    .all()
    .flatMap(({ tunnels, pid, command }) =>
      tunnels.map((name) => ({ unit: Number(name.slice("utun".length)) + 1, pid, command })),
    );
  const lines = open
    .toSorted((a, b) => a.unit - b.unit)
    .map(({ unit, pid, command }) => {
      const end = `${String(unit).padStart(6)} ${String(3).padStart(6)} ${CONTROL}`;
      if (!long) return `kctl       0      0 ${end}`;
      const owner = `${shortName(command)}:${pid}`.padStart(20);
      return `kctl       0      0            0            0   65536   65536 ${owner}    00082  00000000 0000000000000a1b 00000001 00000000      1      0 000000 ${end}`;
    });
  return [TITLE, long ? LONG : SHORT, ...lines, ""].join("\n");
}

function shortName(command: string): string {
  const program = command.split(" ")[0] ?? "";
  return program.slice(program.lastIndexOf("/") + 1).slice(0, 14);
}
