import { describe, expect, it } from "vitest";
import { isForbidden } from "../../../electron/helper/guard.ts";
import { runTool } from "../../../electron/helper/system/run-tool.ts";
import type { Step } from "../../../shared/repair/step.ts";
import { observed } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { darwinAfterSwitch, linuxAfterSwitch, physical } from "../../support/helper/after-switch.ts";
import { ask, refusalOf } from "../../support/helper/ask.ts";
import type { Machine } from "../../support/helper/machine.ts";

const ODD = [
  "-x",
  "--netns",
  "a b",
  "$(id)",
  "`id`",
  "x;y",
  "a|b",
  "a&b",
  "a\nb",
  "\u202eabc",
  "wlan0\u0000",
  "a/b",
  "%s",
  "",
];
/** The longest name that a kernel gives, and one letter more. */
const LONGEST = "A".repeat(15);
const TOO_LONG = "A".repeat(16);

const systems = [
  { os: "linux" as const, make: linuxAfterSwitch, card: "wlan0", row: linuxRoute },
  { os: "darwin" as const, make: darwinAfterSwitch, card: "en0", row: darwinRoute },
];

/** The laptop after its change of network, with another name for its card. */
function withCard(make: () => Machine, old: string, name: string): Machine {
  const machine = make();
  const renamed = machine.rows.map((row): Route => (row.interface === old ? { ...row, interface: name } : row));
  machine.rows.splice(0, machine.rows.length, ...renamed);
  machine.seen = { ...machine.seen, interfaces: observed([physical(name, { index: null })]) };
  return machine;
}

/** Asks for a plan and for all of it; what came of that, and how often a tool was run. */
async function applyAll(machine: Machine) {
  const { digest, entries, skipped } = await ask(machine.host(), "plan", {});
  let runs = 0;
  const host = machine.host();
  const counting: typeof host = {
    ...host,
    run: (command) => ((runs += 1), host.run(command)),
    runTogether: (commands) => ((runs += 1), host.runTogether(commands)),
  };
  const wanted = { digest, only: entries.map(({ id }) => id) };
  const outcome = entries.length === 0 ? "plan_empty" : await refusalOf(ask(counting, "apply", wanted));
  return { outcome, runs, isAllSkipped: skipped.length === entries.length };
}

describe.each(systems)("T-E2 on $os a route", ({ make, card, row }) => {
  it("over a card with an ordinary name, or with the longest, is repaired", async () => {
    for (const name of [card, LONGEST]) {
      const { outcome, runs } = await applyAll(withCard(make, card, name));
      expect({ outcome, ran: runs > 0 }).toEqual({ outcome: "none", ran: true });
    }
  });

  it.each([...ODD, TOO_LONG])("over a card named %j is refused, and no tool is run", async (name) => {
    const { outcome, runs, isAllSkipped } = await applyAll(withCard(make, card, name));
    expect(["too_risky", "plan_empty"]).toContain(outcome);
    expect({ runs, isAllSkipped }).toEqual({ runs: 0, isAllSkipped: true });
  });

  // No reader gives such a text; here it is put behind them all.
  it.each([
    "0/0",
    "0",
    "default",
    "-x/32",
    "203.0.113.9/32 via 10.66.66.66",
    "203.0.113.9",
    "203.0.113.9/032",
    "0x0/0",
    "",
  ])("to %j is past the guard in no way", async (destination) => {
    const snapshot = await make().host().observe();
    const forbids = (route: Route) => {
      const replacement = { ...route, gateway: "172.20.10.1" };
      const ways: Step[] = [
        { op: "delete-route", route },
        { op: "add-route", route },
        { op: "replace-route", route, replacement },
      ];
      return ways.map((step) => isForbidden(step, [step], snapshot));
    };
    expect(forbids(row({ destination: "203.0.113.9/32" }))).toEqual([false, false, false]);
    expect(forbids(row({ destination }))).toEqual([true, true, true]);
  });
});

describe("T-E2 a word of a command that begins with a hyphen and is none of our options", () => {
  // A program that is not there: whoever tries to run it is told so.
  const run = (word: string) =>
    refusalOf((async () => runTool(["/usr/sbin/ip", "-4", "route", word], null, () => "/nowhere/ip"))());

  it.each(["-x", "--netns", "-batch", "-", "--", "-b/etc/passwd"])(
    "stops the command before it is run: %s",
    async (word) => {
      expect(await run(word)).toBe("too_risky");
      expect(await run(word.replace(/^-+/, "a"))).toBe("tool_failed");
    },
  );
});
