import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CaptureFile } from "../../../../shared/capture/capture.ts";
import { writeRecords } from "../../../../shared/capture/proc-records.ts";
import { snapshotOf } from "../../../../shared/capture/snapshot-of.ts";
import type { Snapshot } from "../../../../shared/snapshot/snapshot.ts";
import type { BareMac } from "../bare-mac.ts";

const COMMANDS = [
  "netstat -rnl -f inet",
  "netstat -rnl -f inet6",
  "ifconfig -a",
  "netstat -f systm -anv",
  "lsof -nP -w -i",
  "scutil --nwi",
  "scutil --dns",
  "ipconfig getoption en0 router",
  "ipconfig getoption en7 router",
];
const PROCESSES = "ps -axwwo pid,ppid,user,lstart,command";

/** What the observer would see, without starting a program: for tests that look thousands of times. */
export function lookDirectly(mac: BareMac): Snapshot {
  const printed = [...COMMANDS, PROCESSES].map((source): CaptureFile => {
    const { out } = mac.run(source.split(" "));
    return { name: source, source: source === PROCESSES ? `LC_ALL=C ${source}` : source, content: read(out) };
  });
  const question = "show State:/Network/Global/IPv4";
  const primary = mac.run(["scutil"], 0, `${question}\nquit\n`).out;
  const files = [...printed, { name: question, source: `scutil ${question}`, content: read(primary) }];
  const takenAt = new Date(mac.now()).toISOString();
  return snapshotOf({ os: "darwin", osVersion: mac.version, takenAt, files: [...files, ...filesOf(mac)] }).snapshot;
}

function filesOf({ root }: BareMac): CaptureFile[] {
  const folder = "/var/run/vpnc";
  const entries = readdirSync(root + folder).map((name) => {
    const path = `${folder}/${name}`;
    return { path, content: readFileSync(root + path, "utf8") };
  });
  const state = writeRecords({ holdfast: "state-files", schema: 1, complete: true }, entries);
  return [
    { name: "state-files", source: "holdfast state-files", content: read(state) },
    {
      name: "resolv",
      source: "file:/etc/resolv.conf",
      content: read(readFileSync(join(root, "etc/resolv.conf"), "utf8")),
    },
  ];
}

function read(text: string): CaptureFile["content"] {
  return { read: true, text };
}
