import { describe, expect, it } from "vitest";
import { allRoutes, marksOf, routeTableOf } from "../../../../electron/main/views/route-table.ts";
import { routeDetailsOf } from "../../../../electron/main/views/route-details.ts";
import { RouteDetails, RouteTable } from "../../../../shared/contract/route-table.ts";
import type { RouteFilter } from "../../../../shared/contract/route-table.ts";
import * as v from "valibot";
import { factsOf } from "../../../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import { routeKey } from "../../../../shared/snapshot/route.ts";
import { darwinRoute } from "../../../support/example-route.ts";
import { judged, recordedSnapshot } from "../../../support/judged.ts";

const STALE_PIN = judged(recordedSnapshot("05-third-state-stale-pin"));
const HEALTHY = judged(recordedSnapshot("04-seed-healthy-reconstructed"));

function ask(look: typeof HEALTHY, search = "", filter: RouteFilter = "all", limit = 1000): RouteTable {
  return v.parse(RouteTable, routeTableOf(look, { search, filter, limit }));
}

describe("the table of routes", () => {
  it("has every row of both families, each with a key of its own", () => {
    const { rows, counts } = ask(HEALTHY);
    expect(rows).toHaveLength(allRoutes(HEALTHY.snapshot).length);
    expect(counts.all).toBe(rows.length);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it("puts the row that is wrong first, and says what is wrong with it and how sure that is", () => {
    const [first, ...others] = ask(STALE_PIN).rows;
    expect(first).toMatchObject({
      destination: "222.66.117.109/32",
      gateway: "10.51.0.1",
      role: "gateway-pin",
      mark: { finding: "gateway-pin-stale", severity: "error", certainty: "proven" },
    });
    expect(others.filter(({ mark }) => mark !== null)).toEqual([]);
  });

  it("marks every row that a repair would change, also where the finding names one of them", () => {
    const [finding] = STALE_PIN.assessment.findings;
    if (finding === undefined) throw new Error("the stale pin is found");
    const other = darwinRoute({ destination: "128.0.0.0/1" });
    const repair = [...finding.repair, { op: "delete-route", route: other } as const];
    const marks = marksOf({ ...STALE_PIN.assessment, findings: [{ ...finding, repair }] });
    expect(marks.get(routeKey(other))?.finding).toBe("gateway-pin-stale");
    expect(marks.size).toBe(2);
  });

  it.each([
    ["222.66", ["222.66.117.0/24", "222.66.117.109/32"]],
    ["default", ["0.0.0.0/0"]],
    ["DEF", ["0.0.0.0/0"]],
    ["no such thing", []],
  ])("searched for %j has %j", (search, destinations) => {
    const found = ask(HEALTHY, search).rows.filter(({ destination }) => !destination.includes(":"));
    expect(found.map(({ destination }) => destination).toSorted()).toEqual(destinations);
  });

  it("finds rows by their next hop and by their interface", () => {
    expect(ask(HEALTHY, "utun6").rows.map((row) => row.interface)).toEqual(expect.arrayContaining(["utun6", "utun6"]));
    expect(ask(HEALTHY, "10.51.0.1").rows.some(({ gateway }) => gateway === "10.51.0.1")).toBe(true);
  });

  it("filtered by tunnel has only rows through tunnels, and counts what each filter would show", () => {
    const { rows, counts } = ask(HEALTHY, "", "tunnel");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.interface?.startsWith("utun"))).toBe(true);
    expect(counts).toEqual({ all: ask(HEALTHY).rows.length, tunnel: rows.length, marked: 0 });
  });

  it("sends no more rows than were asked for, and counts the others", () => {
    const { rows, counts } = ask(STALE_PIN, "", "all", 2);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.mark).not.toBeNull();
    expect(counts.all).toBeGreaterThan(2);
  });
});

describe("one row", () => {
  const detailsOf = ({ snapshot, assessment }: typeof HEALTHY, key: string) =>
    routeDetailsOf(factsOf(snapshot, EMPTY_HISTORY), assessment, key);

  it("comes with its flags and what is wrong with it", () => {
    const [first] = ask(STALE_PIN).rows;
    const details = v.parse(RouteDetails, detailsOf(STALE_PIN, first?.key ?? ""));
    expect(details.explanation.words.map(({ word }) => word)).toEqual(["U", "G", "H", "S"]);
    expect(details.finding?.id).toBe("gateway-pin-stale");
  });

  it("that is not in the look has no details", () => {
    expect(detailsOf(HEALTHY, "inet 203.0.113.0/24 main")).toBeNull();
  });
});
