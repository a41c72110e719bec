import type { CaptureFile } from "../../shared/capture/capture.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { HELPER_LIMITS } from "../../shared/contract/helper-limits.ts";
import { tableIndexOf } from "../../shared/repair/table-index.ts";
import { isComplete } from "../../shared/snapshot/part.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../shared/snapshot/snapshot.ts";
import { createDarwinChanges } from "./darwin.ts";
import type { Host } from "./host.ts";
import { createLinuxChanges } from "./linux.ts";
import { Refusal } from "./refusal.ts";
import type { AidLog, ChangeTools, RouteChanges } from "./route-changes.ts";

/** The kernel's routing table in the hands of the helper. No change says whether it worked: look at the rows. */
export interface Operator extends RouteChanges {
  /** The rows as they were read last, after the last change. */
  rows(): readonly Route[];
  /** Of them the ones with this destination, CIDR text. */
  rowsTo(destination: string): readonly Route[];
  /** Reads the table again. Throws Refusal when it cannot be read in full. */
  reread(): Promise<readonly Route[]>;
}

/** Adding one operating system is one file and one line here and below. */
const CHANGES: Record<OperatingSystem, (tools: ChangeTools) => RouteChanges> = {
  darwin: createDarwinChanges,
  linux: createLinuxChanges,
};

/** What prints the routing table in full: for each output the commands that may give it, the most telling first. */
const TABLE: Record<OperatingSystem, readonly (readonly (readonly string[])[])[]> = {
  darwin: [
    [
      ["/usr/sbin/netstat", "-rnl", "-f", "inet"],
      ["/usr/sbin/netstat", "-rn", "-f", "inet"],
    ],
    [
      ["/usr/sbin/netstat", "-rnl", "-f", "inet6"],
      ["/usr/sbin/netstat", "-rn", "-f", "inet6"],
    ],
    // netstat cuts long interface names; this tells the whole ones.
    [["/sbin/ifconfig", "-a"]],
  ],
  linux: [
    [["/usr/sbin/ip", "-4", "-j", "route", "show", "table", "all"]],
    [["/usr/sbin/ip", "-6", "-j", "route", "show", "table", "all"]],
  ],
};

/** The operator for the host's system; `seen` are the rows if they were just read. */
export function createOperator(host: Host, aids: AidLog, seen: readonly Route[] = []): Operator {
  let rows = seen;
  const reread = async () => (rows = await readTable(host));
  const changes = CHANGES[host.os]({ host, aids, rows: () => rows, reread });
  const { together } = changes;
  const thenRead = async <Result>(change: Promise<Result>) => {
    const result = await change;
    await reread();
    return result;
  };
  return {
    rows: () => rows,
    rowsTo: (destination) => tableIndexOf(rows).rowsTo(destination),
    reread,
    remove: (route) => thenRead(changes.remove(route)),
    add: (route) => thenRead(changes.add(route)),
    replace: (step) => thenRead(changes.replace(step)),
    restore: (route) => thenRead(changes.restore(route)),
    swapBack: (step) => thenRead(changes.swapBack(step)),
    together: together && {
      remove: (routes) => thenRead(together.remove(routes)),
      restore: (routes) => thenRead(together.restore(routes)),
    },
  };
}

async function readTable(host: Host): Promise<readonly Route[]> {
  const files = await Promise.all(TABLE[host.os].map((commands) => firstAnswer(commands, host)));
  const { snapshot } = snapshotOf({ os: host.os, osVersion: null, takenAt: null, files });
  return completeRows(snapshot);
}

async function firstAnswer(commands: readonly (readonly string[])[], host: Host): Promise<CaptureFile> {
  for (const command of commands) {
    const { status, output } = await host.run(command);
    const source = command.join(" ");
    if (status === 0) return { name: source, source, content: { read: true, text: output } };
  }
  throw new Refusal("tool_failed");
}

/** All rows of a snapshot. Throws Refusal `tool_failed` when a table was not read in full, `too_many`. */
export function completeRows({ routes }: Snapshot): readonly Route[] {
  // A table of which a part is unknown proves neither that a row is there nor that it is gone.
  if (!isComplete(routes.inet) || !isComplete(routes.inet6)) throw new Refusal("tool_failed");
  const rows = [routes.inet, routes.inet6].flatMap((part) => (part.observed ? part.value : []));
  if (rows.length > HELPER_LIMITS.routes) throw new Refusal("too_many");
  return rows;
}
