import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DARWIN_TOOLS } from "../../../electron/observe/darwin-tools.ts";
import type { DarwinTools } from "../../../electron/observe/darwin-tools.ts";
import { darwinPlatform } from "../../../electron/observe/darwin.ts";
import { createObserver } from "../../../electron/observe/observer.ts";
import type { Capture } from "../../../shared/capture/capture.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { recordedCapture } from "../../captures/recorded-captures.ts";
import { observedValue } from "../../support/observed-value.ts";

const recorded = (name: string, file: string): string => {
  const found = recordedCapture(name).capture.files.find((entry) => entry.name === file);
  if (found?.content.read !== true) throw new Error(`${name} has no ${file}`);
  return found.content.text;
};
const LEFT = "28-openconnect-dns-keys-left";
const GALLERY = "76-command-gallery-wifi-switch";
const NO_FLAG = { status: 1, errors: "netstat: illegal option -- l\n" };

const INET6 = `Routing tables

Internet6:
Destination                             Gateway                                 Flags               Netif Expire
default                                 fe80::1%en0                             UGcg                  en0
::1                                     ::1                                     UHL                   lo0
`;

/** A Mac whose openconnect was killed: its routes in an old netstat without -l, its DNS key still in the store. */
const ANSWERS = {
  "sw_vers -productVersion": { text: "15.1\n" },
  "netstat -rnl -f inet": NO_FLAG,
  "netstat -rnl -f inet6": NO_FLAG,
  "netstat -rn -f inet": { text: recorded(LEFT, "routes.txt") },
  "netstat -rn -f inet6": { text: INET6 },
  "ifconfig -a": { text: recorded(LEFT, "ifconfig.txt") },
  "ps -axwwo pid,ppid,user,lstart,command": { text: recorded(LEFT, "ps.txt") },
  "netstat -f systm -anv": { text: recorded(GALLERY, "netstat-systm.txt") },
  "lsof -nP -w -i": {
    status: 1,
    text: "COMMAND   PID USER FD   TYPE DEVICE SIZE/OFF NODE NAME\nopenconne 4711 root 5u IPv4 0x1 0t0 TCP 172.20.10.2:50000->203.0.113.9:443 (ESTABLISHED)\n",
  },
  "scutil --nwi": { text: recorded(GALLERY, "nwi-up.txt") },
  "scutil --dns": { text: recorded(LEFT, "dns.txt") },
  "scutil show State:/Network/Global/IPv4": { text: recorded(GALLERY, "scutil-global-ipv4.txt") },
  "scutil show State:/Network/Global/IPv6": { text: "  No such key\n" },
  "scutil show State:/Network/Interface/en0/CaptiveNetwork": {
    text: "<dictionary> {\n  Stage : Online\n  WaitingOnUI : FALSE\n}\n",
  },
  "scutil show State:/Network/Interface/en9/CaptiveNetwork": { text: "  No such key\n" },
  "scutil list State:/Network/Service/[^/]+/DNS": { text: recorded(LEFT, "scutil-list.txt") },
  "scutil show State:/Network/Service/utun6/DNS": { text: recorded(LEFT, "scutil-show-utun6-dns.txt") },
  "networksetup -listnetworkserviceorder": { text: recorded(GALLERY, "services.txt") },
  "networksetup -getdnsservers Wi-Fi": { text: "There aren't any DNS Servers set on Wi-Fi.\n" },
  "ipconfig getoption en0 router": { text: "172.20.10.1\n" },
  "ipconfig getoption en9 router": { status: 1 },
};

describe("observing macOS", () => {
  let folder = "";
  let capture: Capture;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hf-darwin-"));
    const answers = join(folder, "answers.json");
    await writeFile(answers, JSON.stringify(ANSWERS));
    const tool = (name: string) => ({
      path: process.execPath,
      arguments: [join(import.meta.dirname, "../../support/stand-in-tool.mjs"), answers, name],
    });
    const tools: DarwinTools = {
      ifconfig: tool("ifconfig"),
      ipconfig: tool("ipconfig"),
      lsof: tool("lsof"),
      netstat: tool("netstat"),
      networksetup: tool("networksetup"),
      ps: tool("ps"),
      route: tool("route"),
      scutil: tool("scutil"),
      swVers: tool("sw_vers"),
    };
    capture = await createObserver({ platform: darwinPlatform(tools, () => ["en0", "en9", "utun6"]) }).capture();
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("asks for nothing but what macOS answers, and reads every answer", () => {
    const unread = capture.files.filter((file) => !file.content.read);
    expect(unread).toEqual([]);
    expect(capture.osVersion).toBe("15.1");
    expect(snapshotOf(capture).ignored).toEqual([]);
    expect(new Set(capture.files.map((file) => file.name)).size).toBe(capture.files.length);
  });

  it("goes back to the short routing table where the long one is not to be had", () => {
    const { snapshot } = snapshotOf(capture);
    expect(capture.files.filter((file) => file.source.startsWith("netstat -rn")).map((file) => file.source)).toEqual([
      "netstat -rn -f inet",
      "netstat -rn -f inet6",
    ]);
    expect(snapshot.routes).toMatchObject({
      inet: { observed: true, partial: false },
      inet6: { observed: true, partial: false },
    });
  });

  it("asks for the key that the list names, and tells the resolver that was left behind", () => {
    const { snapshot } = snapshotOf(capture);
    expect(observedValue(snapshot.resolvers)).toContainEqual(
      expect.objectContaining({ origin: "scutil-key", name: "State:/Network/Service/utun6/DNS", interface: "utun6" }),
    );
  });

  it("takes the router from DHCP and from the dynamic store", () => {
    const { snapshot } = snapshotOf(capture);
    const hints = observedValue(snapshot.routerHints).map((hint) => `${hint.interface} ${hint.router} ${hint.origin}`);
    expect(hints).toContain("en0 172.20.10.1 dhcp");
    expect(hints.filter((hint) => hint.startsWith("en9"))).toEqual([]);
  });

  it("repeats what macOS found when it looked for a sign-in page", () => {
    expect(observedValue(snapshotOf(capture).snapshot.connectivity)).toEqual([
      { origin: "captive-network-support", interface: "en0", state: "full" },
    ]);
  });

  it("counts what lsof found although it reports failure", () => {
    expect(observedValue(snapshotOf(capture).snapshot.sockets)).toMatchObject([
      { pid: 4711, remoteAddress: "203.0.113.9" },
    ]);
  });

  it("listens to changes, and neither to look-ups nor to neighbours", () => {
    const { isNews, monitor } = darwinPlatform();
    expect(monitor).toEqual({ path: "/sbin/route", arguments: ["-n", "monitor"] });
    const news = recorded(GALLERY, "route-monitor.txt").split("\n").filter(isNews);
    expect(news.length).toBeGreaterThan(0);
    expect(news.filter((line) => !line.startsWith("RTM_"))).toEqual([]);
    expect(isNews("RTM_DELADDR: address being removed from iface: len 112, metric 0, flags:")).toBe(true);
    expect(isNews("RTM_ADD: Add Route: len 116, pid: 47102, seq 1, errno 17, flags:<GATEWAY,HOST,STATIC>")).toBe(false);
    expect(isNews("RTM_MISS: Lookup failed on this address: len 92, pid: 0, seq 0, errno 0, flags:<DONE>")).toBe(false);
    expect(isNews("RTM_GET: Report Metrics: len 128, pid: 501, seq 1, errno 0, flags:<UP,GATEWAY,DONE,STATIC>")).toBe(
      false,
    );
    expect(isNews("RTM_ADD: Add Route: len 132, pid: 0, seq 0, errno 0, flags:<UP,HOST,DONE,LLINFO,WASCLONED>")).toBe(
      false,
    );
  });

  it("starts programs by their full paths", () => {
    for (const tool of Object.values(DARWIN_TOOLS)) expect(tool.path).toMatch(/^\/(?:usr\/)?s?bin\/\w+$/);
  });
});
