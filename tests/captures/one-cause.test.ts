import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { assess } from "../../shared/health/assess.ts";
import type { FindingId } from "../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import { recordedCaptures } from "./recorded-captures.ts";

/** Findings that name the same trouble from different sides: of each group one is the cause, the rest its consequences. */
const TROUBLES: Readonly<Record<string, readonly FindingId[]>> = {
  "nothing gets out": ["default-route-missing", "default-route-stale", "captive-network"],
  "the tunnel is silent": ["gateway-pin-missing", "tunnel-dead", "client-stuck"],
};

const judged = recordedCaptures()
  .filter(({ expected }) => !expected.gallery)
  .map(({ name, capture }) => ({ name, findings: assess(snapshotOf(capture).snapshot, EMPTY_HISTORY).findings }));

describe("one cause gives one finding", () => {
  it.each(judged)("$name: no row is found fault with twice", ({ findings }) => {
    const rows = findings.flatMap(({ route }) => (route === null ? [] : [routeKey(route)]));
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each(judged)("$name: no trouble has two names", ({ findings }) => {
    for (const [trouble, ids] of Object.entries(TROUBLES)) {
      const said = new Set(findings.map(({ id }) => id).filter((id) => ids.includes(id)));
      expect([...said].slice(1), trouble).toEqual([]);
    }
  });

  it.each(judged)("$name: an unreachable server is put down to its route, where there is one to blame", ({ findings }) => {
    const ids = new Set(findings.map(({ id }) => id));
    const isRouteToBlame = findings.some(({ id, client }) => id === "gateway-pin-stale" && client !== null);
    expect(isRouteToBlame && (ids.has("client-stuck") || ids.has("tunnel-dead"))).toBe(false);
  });
});
