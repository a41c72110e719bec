import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readFiles } from "../../shared/capture/read-files.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { parsePrefix } from "../../shared/network/prefix.ts";
import { isComplete, valuesOf } from "../../shared/snapshot/part.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { observedValue } from "../support/observed-value.ts";
import { recordedCapture, recordedCaptures } from "./recorded-captures.ts";

/** Files whose source says nothing that any parser could know, and what no rule has a use for. */
const OF_NO_USE =
  /^(?:same\b|ping |curl |wg show|swanctl |networkctl |ip xfrm |ls |\/opt\/cisco\/|log:(?:openfortivpn|wg-quick|tailscaled|charon)$)/;

/** Tables in a wrapping (quoted, coloured, by tabs, in a whole session) or cut, whose rows cannot be counted blindly. */
const PASTED = /^(?:301|309|311|33\d|359|366|512|526|529)-/;

const all = recordedCaptures();
const snapshotNamed = (name: string) => snapshotOf(recordedCapture(name).capture).snapshot;
const inet = (name: string): Route[] => observedValue(snapshotNamed(name).routes.inet);
const logIn = (name: string) => valuesOf(snapshotNamed(name).clientLogs)[0];
const row = (route: Route) => `${route.destination} ${route.gateway} ${route.flags.join("")} ${route.interface}`;

/** Rows of the tables in a text, counted without understanding them: the lines between a header and a blank or prompt line. */
function countRows(text: string): number {
  let inTable = false;
  let rows = 0;
  for (const line of text.split("\n")) {
    if (line.startsWith("Destination ")) inTable = true;
    else if (line.trim() === "" || line.startsWith("(base)")) inTable = false;
    else if (inTable) rows += 1;
  }
  return rows;
}

describe("every recorded capture", () => {
  it.each(all)("$name is a valid snapshot", ({ capture }) => {
    expect(v.is(Snapshot, snapshotOf(capture).snapshot)).toBe(true);
  });

  it.each(all)("$name: each file is read, unless nobody could know what it is", ({ capture }) => {
    const ofNoUse = capture.files.filter(({ source }) => OF_NO_USE.test(source)).map((file) => file.name);
    expect(snapshotOf(capture).ignored).toEqual(ofNoUse);
  });

  it("is read without a refusal, except for names, rows without a header or cut in the middle, two tables that contradict each other, and what is empty or an error", () => {
    const refused = all.flatMap(({ name, capture }) => {
      const parts = readFiles(capture).contributions.flatMap((contribution) => Object.values(contribution));
      return parts.some((part) => "reason" in part) ? [name] : [];
    });
    expect([...new Set(refused)]).toEqual([
      "338-cut-in-a-row",
      "339-before-and-after-in-one-file",
      "512-grep-ug-only",
      "526-wg-quick-blackhole-left",
      "531-tun-kext-def1-without-owner-10-14",
      "551-linux-policy-routing-multipath-server",
      "553-linux-pin-via-secondary-hidepid",
      "558-linux-killed-same-network-resolv-left",
      "66-netstat-without-n",
    ]);
  });

  it.each(all.filter(({ name, capture }) => capture.os === "darwin" && !PASTED.test(name)))("$name: no row of a routing table is lost", ({ name, capture }) => {
    for (const file of capture.files.filter(({ source }) => source.startsWith("netstat -rn"))) {
      if (!file.content.read) throw new Error(`${name} has no ${file.name}`);
      const { routes } = snapshotOf({ ...capture, files: [file] }).snapshot;
      expect(valuesOf(routes.inet).length + valuesOf(routes.inet6).length, file.name).toBe(countRows(file.content.text));
      expect(isComplete(routes.inet), file.name).toBe(true);
    }
  });

  it.each(all)("$name: every destination is a prefix in canonical text", ({ capture }) => {
    const { inet: v4, inet6 } = snapshotOf(capture).snapshot.routes;
    for (const route of [...valuesOf(v4), ...valuesOf(inet6)]) expect(parsePrefix(route.destination), route.destination).not.toBeNull();
  });

  it.each(all)("$name: each stale and each kept route is a row of the table", ({ capture, expected }) => {
    const { inet: v4, inet6 } = snapshotOf(capture).snapshot.routes;
    const destinations = [...valuesOf(v4), ...valuesOf(inet6)].map((route) => route.destination);
    for (const { cidr } of expected.stale) expect(destinations).toContain(cidr);
  });
});

describe("the two tables of the user", () => {
  it("while the tunnel was up and Wi-Fi had gone", () => {
    expect(inet("01-seed-openconnect-underlay-gone").map(row)).toEqual([
      "59.78.176.0/20 link USc utun6",
      "59.78.192.0/21 link USc utun6",
      "127.0.0.0/8 127.0.0.1 UCS lo0",
      "127.0.0.1/32 127.0.0.1 UH lo0",
      "172.20.151.1/32 172.20.151.1 UH utun6",
      "172.23.148.0/24 link USc utun6",
      "202.120.80.0/20 link USc utun6",
      "202.120.80.2/32 link UHS utun6",
      "202.120.81.2/32 link UHS utun6",
      "219.228.56.0/21 link USc utun6",
      "222.66.117.0/24 link USc utun6",
      "222.66.117.109/32 10.51.0.1 UGHS en0",
      "224.0.0.0/24 link UmCS lo0",
      "224.0.0.251/32 link UHmW3I lo0",
    ]);
  });

  it("on the hotspot afterwards", () => {
    expect(inet("02-seed-after-switch-clean").map(row)).toEqual([
      "0.0.0.0/0 172.20.10.1 UGScg en0",
      "127.0.0.0/8 127.0.0.1 UCS lo0",
      "127.0.0.1/32 127.0.0.1 UH lo0",
      "169.254.0.0/16 link UCS en0",
      "172.20.10.0/28 link UCS en0",
      "172.20.10.1/32 link UCS en0",
      "172.20.10.1/32 link UHLWIir en0",
      "172.20.10.2/32 link UCS en0",
      "172.20.10.15/32 link UHLWbI en0",
      "224.0.0.0/4 link UmCS en0",
      "224.0.0.251/32 link UHmLWI en0",
      "239.255.255.250/32 link UHmLWI en0",
      "255.255.255.255/32 link UCS en0",
    ]);
  });
});

describe("facts in the recorded captures", () => {
  it("the source of the pin that went with the former lease", () => {
    const pin = inet("07-same-gateway-new-lease-dead-source").find((route) => route.destination === "222.66.117.109/32");
    expect(pin?.source).toBe("10.51.23.7");
  });

  it("a pasted table with prompt, CRLF and cut blanks is the table of the third state", () => {
    expect(inet("71-pasted-with-prompt-crlf").map(row)).toEqual(inet("05-third-state-stale-pin").map(row));
  });

  it.each([
    "331-indented-with-a-remark",
    "332-whole-terminal-session",
    "333-coloured-by-grc",
    "334-copied-from-a-web-page",
    "335-columns-by-tabs",
  ])("%s is the same table as the quoted one, and whole", (name) => {
    expect(inet(name).map(row)).toEqual(inet("330-quoted-in-a-mail").map(row));
    expect(isComplete(snapshotNamed(name).routes.inet)).toBe(true);
  });

  it("a table without the rows that somebody left out is known in part", () => {
    for (const name of ["336-ellipsis-where-the-default-was", "337-snipped-after-two-rows"]) {
      expect(snapshotNamed(name).routes.inet, name).toMatchObject({ observed: true, partial: true });
    }
  });

  it("a name that was cut is completed", () => {
    const names = new Set(inet("26-clash-eight-part-default").map((route) => route.interface));
    expect(names).toEqual(new Set(["en9", "bridge100", "utun2", "lo0"]));
  });

  it("the long and the short layout of one machine say the same", () => {
    const { capture } = recordedCapture("39-vm-bridge-10-14");
    const [short, long] = capture.files.map((file) => snapshotOf({ ...capture, files: [file] }).snapshot.routes.inet);
    expect(observedValue(long)).toEqual(observedValue(short));
  });

  it("names instead of addresses are refused", () => {
    expect(snapshotNamed("66-netstat-without-n").routes.inet).toEqual({
      observed: false,
      reason: { code: "unreadable", args: { file: "routes-names.txt", line: 0, detail: "names-instead-of-addresses" } },
    });
  });

  it("eleven locales show the same two processes", () => {
    const { capture } = recordedCapture("75-ps-locales");
    expect(capture.files).toHaveLength(11);
    for (const file of capture.files) {
      const processes = observedValue(snapshotOf({ ...capture, files: [file] }).snapshot.processes);
      expect(processes, file.name).toMatchObject([
        { pid: 1, parentPid: 0, user: "root", arguments: ["/sbin/launchd"] },
        {
          pid: 46988,
          parentPid: 1,
          user: "root",
          arguments: ["openconnect", "--script", "/etc/vpnc/vpnc-script", "-b", "vpn.example.com"],
        },
      ]);
      expect(processes.map((process) => process.startedAt), file.name).toEqual([
        expect.stringMatching(/18:51:12|18시 51분 12초/),
        expect.stringMatching(/2026/),
      ]);
    }
  });

  it("eight utun interfaces of the system, and no VPN process", () => {
    const { interfaces, processes } = snapshotNamed("03-seed-utun-list-and-ps");
    expect(observedValue(interfaces).map((entry) => entry.name)).toEqual(
      ["utun0", "utun1", "utun2", "utun3", "utun4", "utun5", "utun7", "utun8"],
    );
    expect(processes).toEqual({ observed: true, partial: true, value: [] });
  });

  it("openconnect holds utun6", () => {
    expect(observedValue(snapshotNamed("04-seed-healthy-reconstructed").tunnelOwners)).toContainEqual({ interface: "utun6", pid: 46988 });
  });

  it("the resolver that a killed openconnect has left under its key", () => {
    expect(valuesOf(snapshotNamed("28-openconnect-dns-keys-left").resolvers)).toContainEqual(
      expect.objectContaining({ origin: "scutil-key", interface: "utun6", servers: ["202.120.80.2", "202.120.81.2"] }),
    );
  });

  it("the service whose resolver a proxy has left behind", () => {
    expect(valuesOf(snapshotNamed("14-wg-quick-killed-leftovers").resolvers)).toContainEqual(
      expect.objectContaining({ origin: "networksetup", name: "Wi-Fi", interface: "en0", servers: ["10.64.0.1"] }),
    );
  });

  it("the router after the switch, from four sources", () => {
    const hints = valuesOf(snapshotNamed("76-command-gallery-wifi-switch").routerHints);
    expect(hints.map((hint) => `${hint.interface} ${hint.router} ${hint.origin}`).toSorted()).toEqual([
      "en0 172.20.10.1 dhcp",
      "en0 172.20.10.1 dynamic-store",
      "en0 172.20.10.1 network-service",
    ]);
  });

  it("the pulled cable", () => {
    const cable = observedValue(snapshotNamed("60-pin-on-inactive-usb-ethernet").interfaces).find((entry) => entry.name === "en7");
    expect(cable?.carrier).toBe(false);
  });

  it("the logs of a loop, of a dead session, and of a connection that never began", () => {
    expect(logIn("06-reconnect-loop-stale-pin")).toMatchObject({ session: "reconnecting", servers: ["222.66.117.109"] });
    expect(logIn("50-tunnel-dead-after-sleep")).toMatchObject({ session: "reconnecting", servers: [] });
    expect(logIn("05-third-state-stale-pin")).toMatchObject({ session: "unknown", servers: ["222.66.117.109"] });
  });
});
