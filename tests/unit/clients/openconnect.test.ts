import { describe, expect, it } from "vitest";
import { recogniseClients } from "../../../shared/clients/recognise.ts";
import type { Socket } from "../../../shared/snapshot/process.ts";
import type { Machine } from "../../support/machine.ts";
import { running, snapshotOfMachine } from "../../support/machine.ts";

const addresses = (machine: Machine) =>
  recogniseClients(snapshotOfMachine("darwin", machine)).map(({ serverAddresses }) => serverAddresses);
const socket = (remoteAddress: string, remotePort: number, pid = 4711): Socket => ({
  pid,
  transport: "tcp",
  localAddress: "10.51.23.7",
  remoteAddress,
  localPort: null,
  remotePort,
  state: "established",
});
const byName = running("openconnect -b vpn-ct.ecnu.edu.cn");

describe("the addresses of openconnect's server", () => {
  it("are in its arguments", () => {
    expect(addresses({ processes: [running("openconnect https://222.66.117.109:443/x")] })).toEqual([
      ["222.66.117.109"],
    ]);
    expect(
      addresses({ processes: [running("openconnect --resolve vpn.example.com:222.66.117.109 vpn.example.com")] }),
    ).toEqual([["222.66.117.109"]]);
  });

  it("are those that its sockets lead to, each once and in a fixed order", () => {
    const sockets = [
      socket("222.66.117.109", 443),
      socket("198.51.100.4", 443),
      socket("222.66.117.109", 4433),
      socket("203.0.113.1", 443, 99),
    ];
    expect(addresses({ processes: [byName], sockets })).toEqual([["198.51.100.4", "222.66.117.109"]]);
  });

  it("are not those of the name servers that it asks", () => {
    const sockets = [socket("202.120.80.2", 53), socket("9.9.9.9", 853), socket("222.66.117.109", 443)];
    expect(addresses({ processes: [byName], sockets })).toEqual([["222.66.117.109"]]);
  });

  it("are in the log of the only openconnect, for a log does not say whose it is", () => {
    const clientLogs = [{ client: "openconnect", servers: ["222.66.117.109"], session: "unknown" as const }];
    expect(addresses({ processes: [byName], clientLogs })).toEqual([["222.66.117.109"]]);
    const second = running("openconnect other.example.com", { pid: 4712 });
    expect(addresses({ processes: [byName, second], clientLogs })).toEqual([[], []]);
  });

  it("are unknown while only a name is", () => {
    expect(addresses({ processes: [byName] })).toEqual([[]]);
  });
});
