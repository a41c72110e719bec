import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../electron/helper/audit.ts";
import { dispatch } from "../../../electron/helper/dispatch.ts";
import type { Host } from "../../../electron/helper/host.ts";
import { assess } from "../../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { remember } from "../../../shared/history/remember.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { observedValue } from "../../support/observed-value.ts";
import { ask, sessionOn } from "../../support/helper/ask.ts";
import { createMachine } from "../../support/helper/machine.ts";
import type { Machine } from "../../support/helper/machine.ts";
import { CAFE, HOME, cafePin, sessionAt, laptopAt } from "../../support/same-subnet.ts";
import { planIdentity } from "../../support/plan-identity.ts";

/** A table of macOS without them was cut. */
const LOOPBACK_OF_A_MAC = [
  darwinRoute({ destination: "127.0.0.1/32", gateway: "127.0.0.1", interface: "lo0", flags: ["U", "H"] }),
  darwinRoute({ family: "inet6", destination: "::1/128", gateway: "link", interface: "lo0", flags: ["U", "H", "L"] }),
];

/** The laptop comes to a place; its table is the kernel's, which the helper changes. */
function moveTo(machine: Machine, { routes, ...seen }: Snapshot): void {
  const loopback = machine.os === "darwin" ? LOOPBACK_OF_A_MAC : [];
  machine.rows.splice(0, machine.rows.length, ...observedValue(routes.inet), ...loopback);
  machine.seen = seen;
}

function machineAt(os: "darwin" | "linux", snapshot: Snapshot): Machine {
  const machine = createMachine(os, []);
  moveTo(machine, snapshot);
  return machine;
}

const planned = async (machine: Machine) => (await ask(machine.host(), "plan", {})).entries;

describe.each(["darwin", "linux"] as const)("the helper's own ledger on %s", (os) => {
  it("proves a foreign pin that the helper saw at work before", async () => {
    const machine = machineAt(os, laptopAt(os, CAFE));
    expect(await planned(machine)).toEqual([]);
    moveTo(machine, laptopAt(os, HOME));
    expect(await planned(machine)).toMatchObject([
      { finding: "gateway-pin-foreign", selected: true, step: { op: "delete-route" } },
    ]);
  });

  it("lets exactly that be carried out and undone", async () => {
    const machine = machineAt(os, laptopAt(os, CAFE));
    await planned(machine);
    moveTo(machine, laptopAt(os, HOME));
    const before = machine.rows.map(routeKey).toSorted();
    const { digest, entries } = await ask(machine.host(), "plan", {});
    const { txn, done } = await ask(machine.host(), "apply", { digest, only: entries.map(({ id }) => id) });
    expect(done).toBe(1);
    expect(machine.rows.map(routeKey)).not.toContain(routeKey(cafePin(os)));
    await ask(machine.host(), "undo", { txn });
    expect(machine.rows.map(routeKey).toSorted()).toEqual(before);
  });

  it("gives the plan the digest that the app's plan has when both saw the same", async () => {
    const machine = machineAt(os, sessionAt(os, CAFE));
    await planned(machine);
    moveTo(machine, sessionAt(os, HOME));
    const cafe = sessionAt(os, CAFE);
    const home = sessionAt(os, HOME);
    const history = remember(EMPTY_HISTORY, cafe, assess(cafe, EMPTY_HISTORY), null);
    const identity = { ...planIdentity, ruleset: "a".repeat(64), boot: machine.boot };
    const app = planRepair(assess(home, history), home, identity, history);
    expect(app.steps.map(({ step }) => step.op)).toEqual(["replace-route", "nudge-client"]);
    expect((await ask(machine.host(), "plan", {})).digest).toBe(app.digest);
  });

  it("does not let it be planned by a helper that never saw the pin at work", async () => {
    expect(await planned(machineAt(os, laptopAt(os, HOME)))).toEqual([]);
  });

  it("holds pins only: what command lines say is no proof", async () => {
    const machine = machineAt(os, sessionAt(os, CAFE));
    await planned(machine);
    expect(machine.ledger).toEqual({ ...EMPTY_HISTORY, pins: machine.ledger.pins });
    expect(machine.ledger.pins).toMatchObject([{ destination: "203.0.113.9/32", gateway: "192.168.1.254" }]);
  });
});

describe("a ledger that cannot be used", () => {
  const broken = (host: Host): Host => ({
    ...host,
    ledger: {
      read: () => {
        throw new Error("no such disk");
      },
      keep: (_known, _learned, onProblem) => onProblem("disk full"),
    },
  });

  it("is noted in the audit log, and the helper works as without one", async () => {
    const audited: AuditEntry[] = [];
    const machine = machineAt("linux", laptopAt("linux", HOME));
    const session = { ...sessionOn(broken(machine.host())), audit: (entry: AuditEntry) => void audited.push(entry) };
    expect(await dispatch({ v: 1, id: 0, op: "plan" }, session)).toMatchObject({ entries: [] });
    expect(audited.map(({ op, detail }) => `${op}: ${detail}`)).toEqual([
      "ledger: Error: no such disk",
      "ledger: disk full",
    ]);
  });
});
