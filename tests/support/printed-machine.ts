import type { Capture, CaptureFile } from "../../shared/capture/capture.ts";
import { writeRecords } from "../../shared/capture/proc-records.ts";
import type { Interface } from "../../shared/snapshot/interface.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import type { Process } from "../../shared/snapshot/process.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { printedTables } from "../bench/core/printed-table.ts";

/** A machine as its own programs tell of it: the tables, and on Linux its interfaces, neighbours and processes, too. */
export function printedMachine(snapshot: Snapshot): Capture {
  const tables = printedTables(snapshot);
  return snapshot.os === "linux" ? { ...tables, files: [...tables.files, ...linuxFiles(snapshot)] } : tables;
}

function linuxFiles({ interfaces, neighbours, processes, tunnelOwners }: Snapshot): CaptureFile[] {
  const owners = valuesOf(tunnelOwners);
  const rows = valuesOf(neighbours).map((one) => ({
    dst: one.address,
    dev: one.interface,
    ...(one.linkAddress !== null && { lladdr: one.linkAddress }),
    state: [one.state.toUpperCase()],
  }));
  const header = { holdfast: "processes", schema: 1, boot: "", complete: true, tunnelsComplete: true };
  const records = valuesOf(processes).map((process) =>
    recordOf(
      process,
      owners.filter(({ pid }) => pid === process.pid).map((owner) => owner.interface),
    ),
  );
  return [
    file("addresses.json", "ip -j addr", JSON.stringify(valuesOf(interfaces).map(linkOf))),
    file("neighbours.json", "ip -j neigh", JSON.stringify(rows)),
    file("processes.ndjson", "holdfast processes", writeRecords(header, records)),
  ];
}

function linkOf({ name, index, up, carrier, loopback, mtu, linkAddress, addresses }: Interface, position: number) {
  return {
    ifindex: index ?? position + 1,
    ifname: name,
    flags: [...(up ? ["UP"] : []), ...(carrier === true ? ["LOWER_UP"] : []), ...(loopback ? ["LOOPBACK"] : [])],
    mtu: mtu ?? 1500,
    operstate: carrier === true ? "UP" : "DOWN",
    link_type: loopback ? "loopback" : "ether",
    ...(linkAddress !== null && { address: linkAddress }),
    addr_info: addresses.map(({ family, address, prefixLength, peer }) => ({
      family,
      local: address,
      ...(peer !== null && { address: peer }),
      prefixlen: prefixLength,
    })),
  };
}

function recordOf({ pid, parentPid, user, executable, arguments: words }: Process, tunnels: readonly string[]) {
  return { pid, parent: parentPid ?? 1, user: user ?? "student", start: pid, executable, arguments: words, tunnels };
}

function file(name: string, source: string, text: string): CaptureFile {
  return { name, source, content: { read: true, text } };
}
