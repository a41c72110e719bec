import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import type { Capture } from "../../shared/capture/capture.ts";
import { assess } from "../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { recordedCapture } from "./recorded-captures.ts";

/** What is said on which machine, and the output that it rests on. */
const SOURCES: readonly (readonly [code: string, capture: string, file: string])[] = [
  ["source-address-gone", "07-same-gateway-new-lease-dead-source", "ifconfig.txt"],
  ["next-hop-off-link", "05-third-state-stale-pin", "routes.txt"],
  ["interface-without-carrier", "60-pin-on-inactive-usb-ethernet", "ifconfig.txt"],
  ["interface-without-carrier", "241-linux-cable-pulled", "routes4.json"],
  ["interface-missing", "28-openconnect-dns-keys-left", "scutil-show-utun6-dns.txt"],
  ["interface-down", "222-tunnel-switched-off", "ifconfig.txt"],
  ["tunnel-without-owner", "89-linux-orphan-persistent-tun", "links.json"],
  ["tunnel-without-owner", "51-tun-kext-routes-without-owner", "ps.txt"],
  ["table-not-selected", "244-linux-tailscale-rules-missing", "rules.json"],
  ["same-prefix-in-two-tunnels", "262-linux-wg-quick-and-openconnect", "rules.json"],
  ["pin-known-server", "05-third-state-stale-pin", "client-log.txt"],
  ["pin-living-client", "06-reconnect-loop-stale-pin", "ps.txt"],
  ["left-to-client", "231-wg-quick-stale-pin-running", "ps.txt"],
  ["left-to-supervisor", "248-linux-networkmanager-openconnect", "ps.txt"],
  ["left-to-guards", "208-anyconnect-running-after-switch", "ps.txt"],
  ["client-calls-in-vain", "400-openconnect-calls-in-vain", "lsof.txt"],
  ["client-without-tunnel", "401-openconnect-lost-its-tunnel", "ps.txt"],
  ["client-without-connection", "402-linux-openconnect-between-two-calls", "sockets.ndjson"],
  ["client-reports-reconnecting", "50-tunnel-dead-after-sleep", "client-log.txt"],
  ["client-reports-silence", "414-openconnect-peer-silent", "client-log.txt"],
  ["portal-by-captive-network-support", "403-sign-in-page-on-mac", "captive.txt"],
  ["sign-in-window-open", "403-sign-in-page-on-mac", "ps.txt"],
  ["portal-by-network-manager", "404-linux-behind-a-portal", "connectivity.txt"],
  ["resolver-on-no-network", "14-wg-quick-killed-leftovers", "dnsservers.txt"],
  ["resolver-on-no-network", "405-vpn-slice-killed", "resolver-1.txt"],
  ["resolver-named-by-script", "405-vpn-slice-killed", "hosts.txt"],
  ["resolver-marked-by-script", "413-linux-openconnect-killed", "resolv.conf"],
  ["resolver-backup-of-dead-process", "413-linux-openconnect-killed", "state-files.ndjson"],
  ["state-file-of-dead-process", "413-linux-openconnect-killed", "state-files.ndjson"],
];

const findingsOf = (capture: Capture) => assess(snapshotOf(capture).snapshot, EMPTY_HISTORY).findings;
const codesOf = (capture: Capture) => findingsOf(capture).flatMap(({ evidence }) => evidence.map(({ code }) => code));
const without = (capture: Capture, file: string): Capture => ({
  ...capture,
  files: capture.files.filter(({ name }) => name !== file),
});

describe("evidence is used where it is present, and never made up", () => {
  it.each(SOURCES)("%s on %s rests on %s", (code, name, file) => {
    const { capture } = recordedCapture(name);
    expect(capture.files.map((entry) => entry.name)).toContain(file);
    expect(codesOf(capture)).toContain(code);
    expect(codesOf(without(capture, file))).not.toContain(code);
  });

  it("the lines of vpn-slice are shown file by file", () => {
    const { capture } = recordedCapture("405-vpn-slice-killed");
    const pathsOf = (one: Capture) =>
      findingsOf(one).flatMap(({ id, args }) => (id === "script-marks-left" ? [args["path"]] : []));
    expect(pathsOf(capture)).toEqual(["/etc/hosts", "/etc/pf.conf"]);
    expect(pathsOf(without(capture, "hosts.txt"))).toEqual(["/etc/pf.conf"]);
    expect(pathsOf(without(capture, "pf.conf"))).toEqual(["/etc/hosts"]);
  });

  it.each([
    ["407-linux-default-lost-networkd", "lease.txt"],
    ["408-linux-default-lost-dhclient", "leases.txt"],
    ["409-linux-default-lost-networkmanager", "devices.txt"],
  ])("the router for a lost default on %s comes from %s", (name, file) => {
    const { capture } = recordedCapture(name);
    const routersOf = (one: Capture) =>
      findingsOf(one).flatMap(({ repair }) => repair.flatMap((step) => ("route" in step ? [step.route.gateway] : [])));
    expect(routersOf(capture)).toEqual(["192.168.1.1"]);
    expect(routersOf(without(capture, file))).toEqual([]);
  });
});
