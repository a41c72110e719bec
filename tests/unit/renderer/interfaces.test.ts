import { describe, expect, it } from "vitest";
import { interfacesOf } from "../../../renderer/features/interfaces/interface-groups.ts";
import type { GroupName } from "../../../renderer/features/interfaces/interface-groups.ts";
import { leftovers } from "../../../renderer/features/interfaces/leftovers.ts";
import { programFacts } from "../../../renderer/features/interfaces/program-facts.ts";
import { Language } from "../../../shared/contract/settings.ts";
import { InterfaceRole } from "../../../shared/explain/interface-report.ts";
import type { InterfaceReport, InterfacesReport } from "../../../shared/explain/interface-report.ts";
import { interfacesReport } from "../../../shared/explain/interfaces-report.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";
import { recordedSnapshot } from "../../support/judged.ts";

const GROUPS: readonly GroupName[] = ["tunnels", "networks", "others", "system"];

function reportOn(capture: string): InterfacesReport {
  return interfacesReport(factsOf(recordedSnapshot(capture), EMPTY_HISTORY));
}

describe("the groups of interfaces", () => {
  it("have a place for every role, and each interface once", () => {
    const [example] = reportOn("04-seed-healthy-reconstructed").interfaces;
    if (example === undefined) throw new Error("the recorded Mac has interfaces");
    const every: InterfaceReport[] = InterfaceRole.options.map((role) => ({ ...example, role, name: role }));
    const grouped = GROUPS.flatMap((group) => interfacesOf(group, every));
    expect(grouped.map(({ name }) => name).toSorted()).toEqual(InterfaceRole.options.toSorted());
  });

  it("keep the VPN's tunnel apart from the system's", () => {
    const { interfaces } = reportOn("04-seed-healthy-reconstructed");
    expect(interfacesOf("tunnels", interfaces).map(({ name }) => name)).toEqual(["utun6"]);
    expect(interfacesOf("system", interfaces).map(({ name }) => name)).toContain("utun0");
  });
});

describe("what is left over", () => {
  it("is the tunnel that nobody holds, in words of every language", () => {
    const found = leftovers(reportOn("89-linux-orphan-persistent-tun"));
    expect(found).toHaveLength(1);
    for (const t of Language.options.map(desktopTranslator))
      for (const { key, args } of found) expect(t(key, args)).toMatch(/^tun0.*3/);
  });

  it("is none of the system's tunnels", () => {
    expect(leftovers(reportOn("03-seed-utun-list-and-ps"))).toEqual([]);
  });
});

describe("the facts of a VPN program", () => {
  it("are since when it runs, its tunnel and its server", () => {
    const { processes } = reportOn("04-seed-healthy-reconstructed");
    const [openconnect] = processes;
    if (openconnect === undefined) throw new Error("openconnect runs there");
    expect(programFacts(openconnect).map(({ code }) => code)).toEqual(["since", "tunnel", "server"]);
  });

  it("of a service without a tunnel say that it always runs", () => {
    const service = {
      client: "tailscale",
      pid: 1,
      alive: true,
      since: null,
      tunnel: null,
      server: null,
      service: true,
    };
    expect(programFacts(service)).toEqual([{ code: "no-tunnel", args: { context: "service" } }]);
  });
});
