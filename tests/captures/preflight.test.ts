import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { factsOf } from "../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { canonicalAddress } from "../../shared/network/address.ts";
import { foreseen, wayOf } from "../support/foreseen.ts";
import { recordedSnapshot } from "../support/judged.ts";
import { recordedCaptures } from "./recorded-captures.ts";

const all = recordedCaptures().filter(({ expected }) => !expected.gallery);
const hostOf = (cidr: string) => canonicalAddress(/^(.*)\/(?:32|128)$/.exec(cidr)?.[1] ?? "");

describe("a pre-flight on recorded machines", () => {
  const stale = all.flatMap(({ name, capture, expected }) =>
    expected.stale.flatMap(({ cidr, scoped }) => {
      const host = scoped ? null : hostOf(cidr);
      return host === null ? [] : [[name, host, capture] as const];
    }),
  );
  const kept = all.flatMap(({ name, capture, expected }) =>
    expected.keep.flatMap(({ destination, gateway }) => {
      const host = canonicalAddress(destination.replace(/\/32$/, ""));
      // Beside a stale row for the same host the right one may lose.
      if (expected.stale.some((row) => hostOf(row.cidr) === host)) return [];
      const isPin = host !== null && canonicalAddress(gateway) !== null && gateway !== "127.0.0.1" && gateway !== host;
      return isPin ? [[name, host, capture] as const] : [];
    }),
  );

  // A link-local router may be on any link, and rows of other tables may lead to the other one: nobody can know (judge.test.ts).
  const unsure = /^(?:544|564)-/;

  it.each(stale.filter(([name]) => unsure.test(name)))("%s: nobody can know whether %s is reached", (_, host, capture) => {
    expect(wayOf(foreseen(snapshotOf(capture).snapshot, host)).works).toBe("unknown");
  });

  it.each(stale.filter(([name]) => !unsure.test(name)))("%s: a connection to %s would fail by its stale row", (_, host, capture) => {
    const way = wayOf(foreseen(snapshotOf(capture).snapshot, host));
    expect(way.works).toBe("no");
    expect(way.error).not.toBeNull();
    expect(way.evidence.length).toBeGreaterThan(0);
  });

  it.each(kept)("%s: a connection to %s is not said to fail by a row that must stay", (_, host, capture) => {
    const { snapshot } = snapshotOf(capture);
    const { works, winner, finding } = wayOf(foreseen(snapshot, host));
    // A pin that is right is of no use to a client that is stuck for another reason.
    const isTunnels = winner?.interface != null && factsOf(snapshot, EMPTY_HISTORY).isTunnel(winner.interface);
    expect(works === "no" && !isTunnels ? finding : null).toBeNull();
  });

  it("there are enough of both to mean something", () => {
    expect(stale.length).toBeGreaterThan(25);
    expect(kept.length).toBeGreaterThan(25);
  });
});

describe("what the user of a recorded machine would see", () => {
  it.each([
    ["04-seed-healthy-reconstructed", "222.66.117.109", "leaves-by-router", null, null],
    ["05-third-state-stale-pin", "222.66.117.109", "stale-pin", "Can't assign requested address", "clean"],
    ["06-reconnect-loop-stale-pin", "222.66.117.109", "stale-pin", "Can't assign requested address", "clean"],
    ["06-reconnect-loop-stale-pin", "202.120.80.2", "into-dead-tunnel", "Operation timed out", "clean"],
    ["01-seed-openconnect-underlay-gone", "222.66.117.109", "stale-pin", "Can't assign requested address", "join-network"],
    ["02-seed-after-switch-clean", "222.66.117.109", "leaves-by-router", null, null],
    ["08-leftover-pin-still-valid", "203.0.113.40", "leaves-by-router", null, null],
    ["257-linux-openconnect-beside-overlays", "222.66.117.109", "loops-into-own-tunnel", "Connection timed out", "clean"],
    // The client was given a name, which nobody looked up in this capture: any address can be its server.
    ["78-linux-pin-purged-server-loop", "222.66.117.109", "through-tunnel", "Connection timed out", "restart-client"],
    ["80-linux-stale-gateway-pin", "222.66.117.109", "stale-pin", "No route to host", "clean"],
    ["88-linux-no-default-route", "198.51.100.1", "no-route", "Network is unreachable", "rejoin-network"],
    ["44-wifi-off-nothing-left", "222.66.117.109", "no-network", "Network is unreachable", "join-network"],
    ["201-only-scoped-default-left", "222.66.117.109", "only-scoped-default", "Network is unreachable", "clean"],
    ["206-blackholed-endpoint-left", "198.51.100.7", "dropped", "Operation timed out", "run-doctor"],
    ["232-ipv6-only-network", "222.66.117.109", "inet6-only-network", "Network is unreachable", "other-network"],
    ["256-linux-default-linkdown", "222.66.117.109", "link-lost", "No route to host", "clean"],
    ["60-pin-on-inactive-usb-ethernet", "203.0.113.20", "link-lost", "Can't assign requested address", "clean"],
    ["51-tun-kext-routes-without-owner", "10.8.0.5", "into-dead-tunnel", "Operation timed out", "clean"],
    ["231-wg-quick-stale-pin-running", "203.0.113.3", "into-dead-tunnel", "Operation timed out", "restart-client"],
    ["217-same-subnet-other-router", "203.0.113.9", "stale-pin", "No route to host", "clean-only"],
    ["403-sign-in-page-on-mac", "203.0.113.9", "leaves-by-router", null, "sign-in"],
    ["404-linux-behind-a-portal", "203.0.113.9", "leaves-by-router", null, "sign-in"],
    ["66-netstat-without-n", "222.66.117.109", "unknown", null, "run-doctor"],
  ])("%s: %s ends as %s", (name, address, outcome, text, advice) => {
    const report = foreseen(recordedSnapshot(name), address);
    expect(wayOf(report)).toMatchObject({ outcome, error: text === null ? null : { text } });
    expect(report.advice.map(({ code }) => code)).toEqual(advice === null ? [] : [advice]);
  });
});
