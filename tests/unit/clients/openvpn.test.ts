import { describe, expect, it } from "vitest";
import { recogniseClients } from "../../../shared/clients/recognise.ts";
import { linuxRoute } from "../../support/example-route.ts";
import { running, snapshotOfMachine } from "../../support/machine.ts";

const client = (command: string) => recogniseClients(snapshotOfMachine("linux", { processes: [running(command)] }))[0];

describe("OpenVPN's command line", () => {
  it("names its server, by address or by name", () => {
    expect(client("openvpn --remote 203.0.113.20 1194 udp")).toMatchObject({
      server: "203.0.113.20",
      serverAddresses: ["203.0.113.20"],
    });
    expect(client("openvpn --remote vpn.example.com 1194")).toMatchObject({
      server: "vpn.example.com",
      serverAddresses: [],
    });
    expect(client("openvpn --config work.ovpn")).toMatchObject({ server: null, serverAddresses: [] });
  });

  it("names several servers, of which it uses the one that it has pinned", () => {
    const command = "openvpn --remote 203.0.113.20 1194 --remote 203.0.113.21 1194";
    expect(client(command)).toMatchObject({ server: "203.0.113.20", serverAddresses: [] });
    const pinned = snapshotOfMachine("linux", {
      processes: [running(command)],
      routes: [linuxRoute({ destination: "203.0.113.21/32" })],
    });
    expect(recogniseClients(pinned)[0]?.serverAddresses).toEqual(["203.0.113.21"]);
  });

  it("names its tunnel only with a number: `tun` asks for any", () => {
    expect(client("openvpn --config work.ovpn --dev tun3")?.interface).toBe("tun3");
    expect(client("openvpn --config work.ovpn --dev tun")?.interface).toBeNull();
  });
});
