import { describe, expect, it } from "vitest";
import { lockedAmong } from "../../../electron/helper/linux-locked.ts";
import type { Host } from "../../../electron/helper/host.ts";
import { Refusal } from "../../../electron/helper/refusal.ts";
import { linuxRoute } from "../../support/example-route.ts";
import { ask } from "../../support/helper/ask.ts";
import { everyStep, tableOf, withStaleRows } from "../../support/helper/kill-matrix.ts";
import type { Machine } from "../../support/helper/machine.ts";

const ROWS = 300;

/** A host that writes down what it is asked: `look` for each reading of a table, `together` for commands that run together. */
function observed(host: Host, asked: string[]): Host {
  return {
    ...host,
    run: (command) => {
      asked.push(command.includes("show") ? "look" : "one");
      return host.run(command);
    },
    runTogether: (commands) => {
      asked.push(`together ${commands.length}`);
      return host.runTogether(commands);
    },
  };
}

/** A host whose tool is killed behind so many lines, when commands run together for the n-th time. */
function breakingOff(host: Host, lines: number, time = 1): Host {
  let times = 0;
  return {
    ...host,
    async runTogether(commands) {
      times += 1;
      if (times !== time) return host.runTogether(commands);
      await host.runTogether(commands.slice(0, lines));
      throw new Refusal("tool_failed");
    },
  };
}

const undoable = async (machine: Machine) => (await ask(machine.host(), "status", {})).undoable ?? "";

describe("stale routes that are removed together", () => {
  it("are looked at once before and after, whatever their number", async () => {
    const machine = withStaleRows("linux", ROWS);
    const asked: string[] = [];
    const { done } = await ask(observed(machine.host(), asked), "apply", await everyStep(machine));
    expect(done).toBe(ROWS);
    expect(asked).toEqual(["look", "look", `together ${ROWS}`, "look", "look", "look", "look"]);
  });

  it("come back in one go, with the way to their lost router added for its length only", async () => {
    const machine = withStaleRows("linux", ROWS);
    const before = tableOf(machine);
    const { txn } = await ask(machine.host(), "apply", await everyStep(machine));
    const asked: string[] = [];
    const answer = await ask(observed(machine.host(), asked), "undo", { txn });
    expect(answer).toEqual({ restored: ROWS, skipped: [] });
    const together = asked.filter((one) => one !== "look");
    expect(together).toEqual([`together ${ROWS}`, "together 1", `together ${ROWS}`, "together 1"]);
    expect(tableOf(machine)).toBe(before);
  });

  it("are each named in full, so that a row which has changed meanwhile is left alone and said to be", async () => {
    const machine = withStaleRows("linux", 5);
    const wanted = await everyStep(machine);
    const host = machine.host();
    const other = linuxRoute({ destination: "203.0.113.2/32", gateway: "172.20.10.9" });
    const late: Host = {
      ...host,
      // After the plan was made anew, and before the look that precedes the deletions.
      async observe() {
        const seen = await host.observe();
        machine.rows.splice(
          machine.rows.findIndex(({ destination }) => destination === other.destination),
          1,
          other,
        );
        return seen;
      },
    };
    const answer = await ask(late, "apply", wanted);
    expect(answer).toMatchObject({ done: 4, left: 0 });
    expect(answer.failed.map(({ err }) => err)).toEqual(["conflict"]);
    expect(machine.rows).toContainEqual(other);
    expect(machine.changes.every((change) => change.includes(" via 198.51.100.1 dev wlan0 table main proto "))).toBe(
      true,
    );
  });

  it("are told apart by looking when the tool is killed in the middle, and undo takes back those that went", async () => {
    const machine = withStaleRows("linux", ROWS);
    const before = tableOf(machine);
    const answer = await ask(breakingOff(machine.host(), 100), "apply", await everyStep(machine));
    expect(answer.done).toBe(100);
    expect(answer.failed).toHaveLength(ROWS - 100);
    expect(new Set(answer.failed.map(({ err }) => err))).toEqual(new Set(["tool_failed"]));
    const { restored, skipped } = await ask(machine.host(), "undo", { txn: await undoable(machine) });
    expect({ restored, skipped }).toEqual({ restored: 100, skipped: [] });
    expect(tableOf(machine)).toBe(before);
  });

  it("can be taken back once more when the tool is killed in the middle of that", async () => {
    const machine = withStaleRows("linux", ROWS);
    const before = tableOf(machine);
    const { txn } = await ask(machine.host(), "apply", await everyStep(machine));
    // The first try is refused, then comes the passing row, then the second try.
    const { restored, skipped } = await ask(breakingOff(machine.host(), 100, 3), "undo", { txn });
    expect({ restored, left: skipped.length }).toEqual({ restored: 100, left: ROWS - 100 });
    expect(new Set(skipped.map(({ why }) => why))).toEqual(new Set(["failed"]));
    expect(await ask(machine.host(), "undo", { txn })).toMatchObject({ skipped: [] });
    expect(tableOf(machine)).toBe(before);
  });

  it("are one by one on macOS, where a deletion says less than the row", async () => {
    const machine = withStaleRows("darwin", 5);
    const asked: string[] = [];
    const { done } = await ask(observed(machine.host(), asked), "apply", await everyStep(machine));
    expect(done).toBe(5);
    expect(asked.some((one) => one.startsWith("together"))).toBe(false);
  });
});

describe("rows of which a metric is locked", () => {
  const row = (destination: string, mtu = 1_400) => linuxRoute({ destination, metrics: { mtu } });
  const [host, net, free] = [row("203.0.113.1/32"), row("203.0.113.0/24"), row("203.0.113.2/32")];
  const plain = linuxRoute({ destination: "203.0.113.3/32" });
  const locked = async (output: string, asked: string[] = []) =>
    lockedAmong([host, net, free, plain], {
      run: async (command: readonly string[]) => (asked.push(command.join(" ")), { status: 0, output }),
    } as Host);

  it("are found by the text of their table, which is asked for once", async () => {
    const asked: string[] = [];
    const output = [
      "203.0.113.1 via 198.51.100.1 dev wlan0 mtu lock 1400 ",
      "203.0.113.0/24 via 198.51.100.1 dev wlan0 mtu lock 1400 ",
      "203.0.113.2 via 198.51.100.1 dev wlan0 mtu 1400 ",
      "203.0.113.3 via 198.51.100.1 dev wlan0 ",
    ];
    expect(await locked(output.join("\n"), asked)).toEqual(new Set([host, net]));
    expect(asked).toEqual(["/usr/sbin/ip -4 route show table main"]);
  });

  it("are taken to be all that have metrics where a line cannot be read", async () => {
    expect(await locked("blackhole 10.0.0.0/8 mtu lock 1400")).toEqual(new Set([host, net, free]));
  });

  it("need not be looked for where no row has metrics", async () => {
    const run = () => Promise.reject(new Error("asked"));
    expect(await lockedAmong([plain], { run } as unknown as Host)).toEqual(new Set());
  });
});
