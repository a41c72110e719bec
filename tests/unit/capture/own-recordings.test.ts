import { describe, expect, it } from "vitest";
import type { StateFile } from "../../../shared/snapshot/resolver.ts";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const PROCESSES = '{"holdfast":"processes","schema":1,"boot":"b00t","complete":true,"tunnelsComplete":false}';
const OPENCONNECT =
  '{"pid":4711,"parent":1,"user":"root","start":235222,"executable":"/usr/sbin/openconnect","arguments":["openconnect","--script","a b","vpn.example"],"tunnels":["tun0"]}';
const ndjson = (...lines: string[]) => lines.map((line) => `${line}\n`).join("");

const stateFile = (path: string, text = "") => observedValue(readOutput(`file:${path}`, text, "linux").stateFiles)[0];

describe("holdfast processes", () => {
  it("keeps arguments apart and names a start by boot and ticks", () => {
    const { processes, tunnelOwners } = readOutput("holdfast processes", ndjson(PROCESSES, OPENCONNECT), "linux");
    expect(processes).toEqual({
      observed: true,
      partial: false,
      value: [
        {
          pid: 4711,
          parentPid: 1,
          user: "root",
          startedAt: "b00t:235222",
          arguments: ["openconnect", "--script", "a b", "vpn.example"],
          executable: "/usr/sbin/openconnect",
          children: null,
        },
      ],
    });
    expect(tunnelOwners).toEqual({ observed: true, partial: true, value: [{ interface: "tun0", pid: 4711 }] });
  });

  it("refuses a listing without header, cut short, or of another kind", () => {
    expect(refusalOf("holdfast processes", "", "linux")).toBe("0: no-header");
    expect(refusalOf("holdfast processes", ndjson(PROCESSES, OPENCONNECT).slice(0, -20), "linux")).toBe("2: bad-json");
    expect(refusalOf("holdfast processes", ndjson(PROCESSES, '{"pid":"x"}'), "linux")).toBe("2: bad-shape:pid");
    expect(refusalOf("holdfast sockets", ndjson(PROCESSES), "linux")).toBe("1: bad-shape:holdfast");
  });
});

describe("holdfast sockets", () => {
  it("reads connected sockets", () => {
    const header = '{"holdfast":"sockets","schema":1,"complete":true}';
    const entry =
      '{"pid":4711,"transport":"tcp","localAddress":"198.51.100.2","localPort":40000,"remoteAddress":"203.0.113.9","remotePort":443,"state":"syn-sent"}';
    expect(readOutput("holdfast sockets", ndjson(header, entry), "linux").sockets).toEqual({
      observed: true,
      partial: false,
      value: [
        {
          pid: 4711,
          transport: "tcp",
          localAddress: "198.51.100.2",
          remoteAddress: "203.0.113.9",
          localPort: 40000,
          remotePort: 443,
          state: "syn-sent",
        },
      ],
    });
  });
});

describe("state files of vpnc-script", () => {
  it.each<[string, StateFile["kind"], number | null]>([
    ["defaultroute.4711", "default-route", 4711],
    ["defaultroute", "default-route", null],
    ["defaultroute_ipv6.4711", "default-route-inet6", 4711],
    ["resolv.conf-backup.4711", "resolver-backup", 4711],
    ["something", "other", null],
  ])("tells %s by its name", (name, kind, pid) => {
    expect(stateFile(`/var/run/vpnc/${name}`)).toMatchObject({ kind, pid });
    expect(stateFile(`/run/vpnc/${name}`)).toMatchObject({ kind, pid });
  });

  it("reads the process from a pid file", () => {
    expect(stateFile("/run/vpnc/openconnect.pid", "4711\n")).toMatchObject({ kind: "pid-file", pid: 4711 });
  });

  it("takes the router of a saved default route for a hint", () => {
    const line = "default via 198.51.100.1 dev wlan0 proto dhcp src 198.51.100.2 metric 600 \n";
    const { routerHints, stateFiles } = readOutput("file:/var/run/vpnc/defaultroute.4711", line, "linux");
    expect(routerHints).toMatchObject({
      partial: true,
      value: [{ interface: "wlan0", router: "198.51.100.1", origin: "state-file" }],
    });
    expect(stateFiles).toMatchObject({ partial: true, value: [{ content: line }] });
  });

  it("keeps no more than 4 KiB of a file", () => {
    expect(stateFile("/run/vpnc/resolv.conf-backup.1", "x".repeat(10_000))?.content).toHaveLength(4096);
  });

  it("knows from a listing of the folder which files there are", () => {
    const header = '{"holdfast":"state-files","schema":1,"complete":true}';
    const entry = '{"path":"/var/run/vpnc/defaultroute.4711","content":"198.51.100.1"}';
    const none = readOutput("holdfast state-files", ndjson(header), "darwin");
    expect(none.stateFiles).toEqual({ observed: true, partial: false, value: [] });
    const one = readOutput("holdfast state-files", ndjson(header, entry), "darwin");
    expect(one.stateFiles).toMatchObject({ partial: false, value: [{ kind: "default-route", pid: 4711 }] });
    expect(one.routerHints).toMatchObject({ value: [] });
  });
});
