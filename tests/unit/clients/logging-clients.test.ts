import { describe, expect, it } from "vitest";
import { loggingClients } from "../../../shared/clients/logging-clients.ts";
import { recogniseClients } from "../../../shared/clients/recognise.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { recordedSnapshot } from "../../support/judged.ts";
import { running, snapshotOfMachine } from "../../support/machine.ts";

const loggingOn = (snapshot: Snapshot) => loggingClients(recogniseClients(snapshot), snapshot);
const namedBy = (command: string) =>
  loggingOn(snapshotOfMachine("linux", { processes: [running(command)] }))[0]?.namedFile;

describe("the log that a client's command line names", () => {
  it("is the file of OpenVPN's --log (capture 537)", () => {
    expect(loggingOn(recordedSnapshot("537-openvpn-server-silent-persist-tun"))).toEqual([
      { client: "openvpn", pid: 2210, namedFile: "/tmp/openvpn.log" },
    ]);
  });

  it("is found whole where ps has cut its path at the blanks: Tunnelblick's (capture 09)", () => {
    expect(loggingOn(recordedSnapshot("09-openvpn-split-topology-subnet"))).toContainEqual({
      client: "openvpn",
      pid: 2210,
      namedFile: "/Library/Application Support/Tunnelblick/Logs/office.openvpn.log",
    });
  });

  it("is the one of the first option, for OpenVPN does not follow a second", () => {
    expect(namedBy("openvpn --log-append /var/log/a.log --log /var/log/b.log")).toBe("/var/log/a.log");
  });

  it.each([
    ["no log is named", "openvpn --config work.ovpn"],
    ["the option has no value", "openvpn --log --config work.ovpn"],
    ["the option has a value that OpenVPN does not take so", "openvpn --log=/var/log/a.log"],
    ["the path begins in a folder that is not known", "openvpn --log vpn.log"],
    ["the client has no such option", "openconnect --syslog --log /var/log/a.log vpn.example.com"],
  ])("is none when %s", (_, command) => {
    expect(namedBy(command)).toBeNull();
  });

  it("is not asked of clients that are known by their traces alone, or that have ended", () => {
    const snapshot = snapshotOfMachine("linux", { processes: [running("openconnect vpn.example.com")] });
    const clients = recogniseClients(snapshot);
    expect(loggingClients(clients, snapshot)).toHaveLength(1);
    const gone = clients.flatMap((client) => [
      { ...client, pid: null },
      { ...client, alive: false },
    ]);
    expect(loggingClients(gone, snapshot)).toEqual([]);
  });
});
