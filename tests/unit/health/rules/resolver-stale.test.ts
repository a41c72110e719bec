import { describe, expect, it } from "vitest";
import { resolverStale } from "../../../../shared/health/rules/resolver-stale.ts";
import type { Resolver } from "../../../../shared/snapshot/resolver.ts";
import { evidenceOf, judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOME, HOTSPOT } from "../../../support/machine-rows.ts";
import { card, running, tunnel } from "../../../support/machine.ts";

const resolver = (changes: Partial<Resolver>): Resolver => ({
  origin: "resolv.conf",
  name: "/etc/resolv.conf",
  servers: ["10.20.99.14"],
  domains: [],
  interface: null,
  writtenBy: null,
  scoped: false,
  supplemental: false,
  ...changes,
});
const marked = resolver({ writtenBy: "vpnc-script" });
const wifi = card("en0", ["172.20.10.2/28"]);

describe("a resolver file with the script's mark", () => {
  it("is cleared when nobody is left who would", () => {
    const backup = {
      path: "/var/run/vpnc/resolv.conf-backup.4711",
      kind: "resolver-backup" as const,
      pid: 4711,
      content: null,
    };
    const [finding] = judgeBy(resolverStale, "linux", { resolvers: [marked], stateFiles: [backup], routes: HOME });
    expect(finding).toMatchObject({ certainty: "proven", severity: "warning" });
    expect(evidenceOf(finding)).toEqual([
      "resolver-marked-by-script",
      "no-client-alive",
      "resolver-backup-of-dead-process",
    ]);
    expect(repairOf(finding)).toEqual(["clear-resolver /etc/resolv.conf"]);
  });

  it.each(["openconnect vpn.example.com", "vpnc work"])("is its own while `%s` runs", (command) => {
    expect(judgeBy(resolverStale, "linux", { resolvers: [marked], processes: [running(command)] })).toEqual([]);
  });

  it("is any file without the mark: never touched", () => {
    expect(judgeBy(resolverStale, "linux", { resolvers: [resolver({})] })).toEqual([]);
  });
});

describe("a resolver with the script's mark that is no file", () => {
  it("is named, but there is nothing to clear", () => {
    const other = resolver({ origin: "scutil-dns", name: null, writtenBy: "vpnc-script" });
    expect(judgeBy(resolverStale, "darwin", { resolvers: [other] }).map(repairOf)).toEqual([[]]);
  });
});

describe("a resolver of macOS", () => {
  it("that is tied to a utun which does not exist is stale", () => {
    const key = resolver({ origin: "scutil-key", name: "State:/Network/Service/utun6/DNS", interface: "utun6" });
    const [finding] = judgeBy(resolverStale, "darwin", { resolvers: [key], interfaces: [wifi], routes: HOTSPOT });
    expect(evidenceOf(finding)).toEqual(["interface-missing"]);
    expect(finding?.repair).toEqual([]);
    expect(
      judgeBy(resolverStale, "darwin", {
        resolvers: [key],
        interfaces: [wifi, tunnel("utun6", ["172.20.151.1/32"])],
        routes: HOTSPOT,
      }),
    ).toEqual([]);
  });

  it("that is tied to a card which is away is none of a VPN", () => {
    const key = resolver({ origin: "scutil-key", name: "State:/Network/Service/x/DNS", interface: "en7" });
    expect(judgeBy(resolverStale, "darwin", { resolvers: [key], interfaces: [wifi], routes: HOTSPOT })).toEqual([]);
  });

  it("by hand is not questioned while a tunnel may lead to it", () => {
    const byHand = resolver({ origin: "networksetup", name: "Wi-Fi", servers: ["10.64.0.1"] });
    const interfaces = [wifi, tunnel("utun6", ["172.20.151.1/32"])];
    expect(judgeBy(resolverStale, "darwin", { resolvers: [byHand], interfaces, routes: HOTSPOT })).toEqual([]);
  });

  it("with a proxy's fake address by hand is likely left; with another private one only suspected", () => {
    const byHand = (server: string) => resolver({ origin: "networksetup", name: "Wi-Fi", servers: [server] });
    const certainty = (server: string, tunnelPrefixes: string[] = []) =>
      judgeBy(
        resolverStale,
        "darwin",
        { resolvers: [byHand(server)], interfaces: [wifi], routes: HOTSPOT },
        { tunnelPrefixes },
      )[0]?.certainty;
    expect(certainty("198.18.0.2")).toBe("likely");
    expect(certainty("10.64.0.1")).toBe("suspected");
    expect(certainty("10.64.0.1", ["10.64.0.0/16"])).toBe("likely");
    expect(certainty("172.20.10.1")).toBeUndefined();
    expect(certainty("9.9.9.9")).toBeUndefined();
    expect(certainty("127.0.0.1")).toBeUndefined();
  });
});
