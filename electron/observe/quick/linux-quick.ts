import { readFileSync } from "node:fs";
import type { CaptureFile } from "../../../shared/capture/capture.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { systemClock } from "../clock.ts";
import { commandLine } from "../command-line.ts";
import { endsWithUs } from "../ends-with-us.ts";
import { folderSensor } from "../kept-lines-sensor.ts";
import { linuxPlace, nmcliSensors } from "../linux.ts";
import type { LinuxPlace } from "../linux.ts";
import { keepMonitor } from "../monitor.ts";
import { readProc, valueOf } from "../proc-read.ts";
import { runCommand } from "../run-command.ts";
import { readSensors } from "../sensor.ts";
import { questionsTo } from "./ip-questions.ts";
import { laterSensor } from "./later-sensor.ts";
import { procClients } from "./proc-clients.ts";
import type { QuickLook, QuickObserver, Received } from "./quick-observer.ts";

/** What is asked in each session. One that prints details is of its own: its rows of routes would have other words. */
const SESSIONS: readonly { readonly options: readonly string[]; readonly questions: readonly string[] }[] = [
  { options: ["-4", "-j"], questions: ["route show table all", "rule show"] },
  { options: ["-6", "-j"], questions: ["route show table all", "rule show"] },
  { options: ["-j", "-d"], questions: ["address show", "neighbour show"] },
];

/** Quick looks at Linux: iproute2 in sessions that stay open, and /proc. */
export function linuxQuickObserver(place: LinuxPlace = linuxPlace()): QuickObserver {
  const sessions = SESSIONS.map(({ options, questions }) => questionsTo(place.ip, options, questions));
  const clients = procClients(place.process);
  const listeners = new Set<() => void>();
  const manager = laterSensor(nmcliSensors(place.nmcli), () => listeners.forEach((tell) => tell()));
  let tunnels: string | null = null;
  let last: Snapshot | null = null;
  let sockets = clients.readSockets();
  const readNow = async (): Promise<QuickLook> => {
    const asked = sessions.map((one) => one.ask());
    const processes = clients.readProcesses();
    const leases = readSensors(place.leases.map(folderSensor), undefined);
    const files = [processes, sockets, ...(await Promise.all(asked)).flat(), ...(await leases), ...manager()];
    const { snapshot } = snapshotOf({ os: "linux", osVersion: null, takenAt: null, files });
    last = snapshot;
    return { snapshot, received: receivedBy(place.process) };
  };
  const look = async (readSockets: () => CaptureFile): Promise<QuickLook> => {
    // The sockets first: one whose address is gone when the addresses are read was not just opened from a new one.
    sockets = readSockets();
    const seen = await readNow();
    const now = tunnelsOf(seen.snapshot);
    if (now === tunnels) return seen;
    // A client that has come has brought its tunnel, and one that is gone has taken it away.
    await clients.find();
    tunnels = now;
    sockets = clients.readSockets();
    return readNow();
  };
  return {
    look: () => look(clients.readSockets),
    glance: () => look(() => sockets),
    received: () => receivedBy(place.process),
    async lookAtProcesses() {
      const before = last ?? (await readNow()).snapshot;
      const files = [clients.readProcesses()];
      const { processes, tunnelOwners } = snapshotOf({ os: "linux", osVersion: null, takenAt: null, files }).snapshot;
      return { ...before, processes, tunnelOwners };
    },
    listen(onChange) {
      const onNews = () => onChange("routing");
      listeners.add(onNews);
      const words = ["monitor", "label", "link", "address", "route", "rule", "neigh"];
      const onLine = (line: string) => onChange(line.startsWith("[NEIGH]") ? "neighbour" : "routing");
      const command = endsWithUs(commandLine(place.ip, words));
      const stop = keepMonitor(command, { onLine, onStart: onNews }, systemClock);
      return () => {
        listeners.delete(onNews);
        stop();
      };
    },
    async answer([, ...words]) {
      const one = sessions.find(({ sources }) => sources.includes(["ip", ...words].join(" ")));
      const [file] = (await one?.ask([["ip", ...words].join(" ")])) ?? [];
      return file?.content.read === true ? file.content.text : null;
    },
    async askForNeighbour(address, name) {
      await runCommand(commandLine(place.ip, ["neigh", "replace", address, "dev", name, "nud", "none", "use"]));
    },
    end: () => sessions.forEach((one) => one.end()),
  };
}

function tunnelsOf({ interfaces }: Snapshot): string {
  const tunnels = valuesOf(interfaces).filter(({ kind, pointToPoint }) => kind === "tun" || pointToPoint);
  return tunnels.map(({ name, index }) => `${name} ${index ?? ""}`).join();
}

const COUNTERS = /^\s*(\S+):\s*\d+\s+(\d+)\s/;

// `/proc/net/dev`, whose second number is the packets received. It belongs to the namespace, which /sys does not.
function receivedBy(place: string): Received {
  const text = valueOf(readProc(() => readFileSync(`${place}/net/dev`, "utf8"))) ?? "";
  return new Map(
    text.split("\n").flatMap((line) => {
      const [, name, packets] = COUNTERS.exec(line) ?? [];
      return name === undefined ? [] : [[name, Number(packets)] as const];
    }),
  );
}
