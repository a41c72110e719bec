import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { veto } from "../../shared/repair/veto.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { recordedCaptures } from "./recorded-captures.ts";

const judged = recordedCaptures().filter(({ expected }) => !expected.gallery);
const text = ({ destination, gateway, interface: name }: Route) => `${destination} ${gateway} ${name}`;

// The veto is the last line of defence: here the planner is taken to be out of its mind and to propose every row.
describe("a planner that proposes to delete every row of a recorded machine", () => {
  it.each(judged)("$name: gets only dead rows past the veto", ({ capture, expected }) => {
    const { snapshot } = snapshotOf(capture);
    const rows = [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
    const passed = rows.filter((route) => veto({ op: "delete-route", route }, snapshot) === null);
    const stale = expected.stale.map(({ cidr }) => cidr);
    expect(passed.filter(({ destination }) => !stale.includes(destination)).map(text)).toEqual([]);
  });
});
