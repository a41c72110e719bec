import { describe, expect, it } from "vitest";
import type { Capture, CaptureFile } from "../../../shared/capture/capture.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { observedValue } from "../../support/observed-value.ts";

const HEADER = "Destination        Gateway            Flags        Netif Expire";
const LONG_HEADER =
  "Destination        Gateway            RT_IFA             Flags        Refs      Use    Mtu   Netif Expire";
const LOOPBACK = "127.0.0.1          127.0.0.1          UH             lo0       ";
const PIN = "222.66.117.109     10.51.0.1          UGHS           en0       ";

const table = (...rows: string[]) => ["Routing tables", "", "Internet:", HEADER, ...rows, LOOPBACK, ""].join("\n");
const file = (source: string, text: string): CaptureFile => ({
  name: `${source}.txt`,
  source,
  content: { read: true, text },
});
const failed = (source: string, code: string): CaptureFile => ({
  name: `${source}.txt`,
  source,
  content: { read: false, reason: { code, args: {} } },
});

function snapshot(...files: CaptureFile[]) {
  const capture: Capture = { os: "darwin", osVersion: "11", takenAt: "2026-08-17T18:51:12Z", files };
  return snapshotOf(capture).snapshot;
}

const interfaceBlock = (name: string, index: number, rest = "") =>
  `${name}: flags=8863<UP> mtu 1500\n\tinet6 fe80::1%${name} prefixlen 64 scopeid 0x${index.toString(16)} \n${rest}`;
const interfacesOf = (...blocks: string[]) => file("ifconfig -a", blocks.join(""));
const namesIn = (...files: CaptureFile[]) =>
  observedValue(snapshot(...files).routes.inet).map((route) => route.interface);

const cut = (gateway: string) => table(`192.168.64         ${gateway.padEnd(18)} UC         bridge1      !`);

describe("a snapshot of a capture", () => {
  it("keeps what the capture says of itself", () => {
    expect(snapshot()).toMatchObject({ schema: 1, os: "darwin", osVersion: "11", takenAt: "2026-08-17T18:51:12Z" });
  });

  it("does not take what is not in the capture for absent", () => {
    const reason = { code: "not-in-capture", args: {} };
    const { routes, interfaces, processes, clientLogs } = snapshot(file("netstat -rn", table(PIN)));
    expect(routes.inet.observed).toBe(true);
    for (const part of [routes.inet6, interfaces, processes, clientLogs])
      expect(part).toEqual({ observed: false, reason });
  });

  it("names the files that nothing reads", () => {
    const capture: Capture = { os: "darwin", osVersion: null, takenAt: null, files: [file("ping -c 3 10.0.0.1", "x")] };
    expect(snapshotOf(capture).ignored).toEqual(["ping -c 3 10.0.0.1.txt"]);
  });

  it("reads an output only on the system that prints it", () => {
    const capture: Capture = { os: "linux", osVersion: null, takenAt: null, files: [file("netstat -rn", table(PIN))] };
    expect(snapshotOf(capture).ignored).toHaveLength(1);
  });

  it("says which file, line and detail made a part unreadable", () => {
    const args = { file: "netstat -rn.txt", line: 5, detail: "bad-row" };
    expect(snapshot(file("netstat -rn", table("nonsense"))).routes.inet).toEqual({
      observed: false,
      reason: { code: "unreadable", args },
    });
  });

  it("keeps the reason why a file could not be had", () => {
    expect(snapshot(failed("lsof -nP", "not-permitted")).tunnelOwners).toEqual({
      observed: false,
      reason: { code: "not-permitted", args: { file: "lsof -nP.txt" } },
    });
  });

  it("passes over a file that cannot be read when another one shows the same", () => {
    const { routes } = snapshot(file("netstat -rnl", "nonsense"), file("netstat -rn", table(PIN)));
    expect(observedValue(routes.inet)).toHaveLength(2);
  });

  it("is partial where one of several sources failed that each show something else", () => {
    const dns = "DNS configuration\n\nresolver #1\n  nameserver[0] : 10.0.0.1\n";
    const key = "scutil show State:/Network/Service/utun6/DNS";
    expect(snapshot(file("scutil --dns", dns), file(key, "  No such key\n")).resolvers).toMatchObject({
      partial: false,
    });
    expect(snapshot(file("scutil --dns", dns), failed(key, "timed-out")).resolvers).toMatchObject({ partial: true });
  });
});

describe("two tables of the same routes", () => {
  const long = [
    "Routing tables",
    "",
    "Internet:",
    LONG_HEADER,
    "222.66.117.109     10.51.0.1          10.51.23.7         UGHS            2        7   1500     en0       ",
    "127.0.0.1          127.0.0.1          127.0.0.1          UH              2        7  16384     lo0       ",
    "",
  ].join("\n");

  it.each([
    ["first", [file("netstat -rnl -f inet", long), file("netstat -rn", table(PIN))]],
    ["last", [file("netstat -rn", table(PIN)), file("netstat -rnl -f inet", long)]],
  ])("become the one with source addresses, when it comes %s", (_, files) => {
    const routes = observedValue(snapshot(...files).routes.inet);
    expect(routes.map((route) => route.source)).toEqual(["10.51.23.7", "127.0.0.1"]);
  });

  it("become the complete one, when the other is filtered", () => {
    const filtered = file("netstat -rnl | head", long);
    expect(snapshot(filtered, file("netstat -rn", table(PIN))).routes.inet).toMatchObject({ partial: false });
  });

  it("become all rows of both, when both are filtered", () => {
    const one = file("netstat -rn | head -9", table(PIN));
    const other = file(
      "netstat -rn | tail -9",
      table("10.9/24            10.51.0.1          UGSc           en0       "),
    );
    const part = snapshot(one, other).routes.inet;
    expect(part).toMatchObject({ partial: true });
    expect(observedValue(part)).toHaveLength(3);
  });
});

describe("interface names that netstat has cut to seven characters", () => {
  it("are completed by the only interface that begins so", () => {
    const names = namesIn(file("netstat -rn", cut("link#14")), interfacesOf(interfaceBlock("bridge100", 14)));
    expect(names).toEqual(["bridge100", "lo0"]);
  });

  it("are completed by the index of link#N among several", () => {
    const both = interfacesOf(interfaceBlock("bridge100", 14), interfaceBlock("bridge101", 15));
    expect(namesIn(file("netstat -rn", cut("link#15")), both)).toEqual(["bridge101", "lo0"]);
  });

  it("are completed in neighbours, too", () => {
    const text = table(
      "192.168.64         link#14            UC         bridge1      !",
      "192.168.64.2       a6:54:32:e1:9:fb   UHLWI      bridge1   1004",
    );
    const { neighbours } = snapshot(file("netstat -rn", text), interfacesOf(interfaceBlock("bridge100", 14)));
    expect(observedValue(neighbours)[0]).toMatchObject({ interface: "bridge100", address: "192.168.64.2" });
  });

  it("are taken from the gateway column, which is wide enough", () => {
    const text = table("10.9/24            utun1024           USc        utun102       ");
    expect(namesIn(file("netstat -rn", text))).toEqual(["utun1024", "lo0"]);
  });

  it("stay as printed and make the table partial when they could be any of several", () => {
    const both = interfacesOf(interfaceBlock("bridge100", 14), interfaceBlock("bridge101", 15));
    const { routes } = snapshot(file("netstat -rn", cut("10.51.0.1")), both);
    expect(routes.inet).toMatchObject({ partial: true });
    expect(observedValue(routes.inet)[0]?.interface).toBe("bridge1");
  });

  it("stay as printed when the interfaces are not known", () => {
    expect(namesIn(file("netstat -rn", cut("link#14")))).toEqual(["bridge1", "lo0"]);
  });

  it("stay as printed when a filter may have hidden the interface that is meant", () => {
    const some = file("ifconfig | grep bridge", interfaceBlock("bridge100", 14));
    expect(namesIn(file("netstat -rn", cut("link#14")), some)).toEqual(["bridge1", "lo0"]);
  });

  it("stay as they are when they only happen to be seven characters long", () => {
    const names = namesIn(
      file("netstat -rn", table("10.9/24            10.9.0.1           UGSc       utun102       ")),
      interfacesOf(interfaceBlock("utun102", 14)),
    );
    expect(names).toEqual(["utun102", "lo0"]);
  });
});

describe("what several commands tell about one thing", () => {
  it("is one interface with all its addresses", () => {
    const address = "\tinet 172.20.10.2 netmask 0xfffffff0 broadcast 172.20.10.15\n";
    const filtered = file("ifconfig en0", interfaceBlock("en0", 16, address).replace("<UP>", "<>"));
    const part = snapshot(filtered, interfacesOf(interfaceBlock("en0", 16))).interfaces;
    expect(part).toMatchObject({ partial: false, value: [{ name: "en0", up: true }] });
    expect(observedValue(part)[0]?.addresses.map((entry) => entry.address)).toEqual(["fe80::1", "172.20.10.2"]);
  });

  it("is one process", () => {
    const text = "  PID COMMAND\n    1 /sbin/launchd\n";
    expect(
      observedValue(snapshot(file("ps -axo pid,command", text), file("ps -Ao pid,command", text)).processes),
    ).toHaveLength(1);
  });

  it("is no hint at all when it does not say which interface it is about", () => {
    const key = file("scutil show State:/Network/Global/IPv4", "  No such key\n");
    expect(snapshot(key).routerHints).toMatchObject({ partial: false, value: [] });
    const info = file("networksetup -getinfo Office", "Router: 10.0.0.1\n");
    expect(snapshot(key, info).routerHints).toMatchObject({ partial: true, value: [] });
  });

  it("is a network service with its interface, its resolver and its router", () => {
    const { resolvers, routerHints } = snapshot(
      file("networksetup -getdnsservers Wi-Fi", "10.64.0.1\n"),
      file("networksetup -getinfo Wi-Fi", "Router: 172.20.10.1\n"),
      file("networksetup -getinfo Office", "Router: 10.0.0.1\n"),
      file("networksetup -listnetworkserviceorder", "(1) Wi-Fi\n(Hardware Port: Wi-Fi, Device: en0)\n"),
    );
    expect(observedValue(resolvers)[0]).toMatchObject({ name: "Wi-Fi", interface: "en0" });
    expect(routerHints).toEqual({
      observed: true,
      partial: true,
      value: [{ interface: "en0", router: "172.20.10.1", origin: "network-service" }],
    });
  });
});
