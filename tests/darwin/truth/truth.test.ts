import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Route } from "../../../shared/snapshot/route.ts";
import { createBareMac } from "../world/bare-mac.ts";
import { rowsOf } from "../world/table-text.ts";
import { days } from "./events.ts";
import type { Day, DayEvent } from "./events.ts";
import { judge, takeSteps } from "./look-and-repair.ts";
import { deadPins, isWell, packetsOf, packetTo, SERVERS, serversOf } from "./packets.ts";

const isLong = process.env["HOLDFAST_LONG"] === "1";
const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? (isLong ? 20_000 : 100));

/** Holds the law at the end of every day, and tells the day of which it does not hold. */
function check(law: (day: Day) => void): void {
  const property = fc.property(days, (events) => {
    const mac = createBareMac();
    const day: Day = { mac, openconnect: null, openvpn: null, wireguard: null };
    try {
      for (const event of events) event.happen(day);
      law(day);
    } catch (error) {
      throw new Error(`${namesOf(events)}\n${rowsOf(mac).join("\n")}`, { cause: error });
    } finally {
      mac.remove();
    }
  });
  fc.assert(property, { numRuns });
}

function namesOf(events: readonly DayEvent[]): string {
  return events.map(({ name }) => name).join(", ");
}

function addressOf(route: Route | null): string | null {
  return route?.destination.replace(/\/\d+$/, "") ?? null;
}

describe("whatever happened to a Mac, its kernel agrees with Holdfast", () => {
  it("that every living client reaches its server where the state is up or off, and that no pin is dead", () => {
    check((day) => {
      const { state } = judge(day.mac).assessment;
      if (state !== "up" && state !== "off") return;
      expect(deadPins(day.mac)).toEqual([]);
      expect(serversOf(day).filter((server) => packetTo(server, day.mac).fate !== "reached")).toEqual([]);
    });
  });

  // A pin that another client left may be that of the living one for all that can be seen, and counts as its own.
  it("that something is wrong where the state is broken", () => {
    check((day) => {
      if (judge(day.mac).assessment.state !== "broken") return;
      if (deadPins(day.mac).length === 0) expect(isWell(day)).toBe(false);
    });
  });

  it("that each dead pin is found, and that each pin called stale is dead", () => {
    check(({ mac }) => {
      const { findings } = judge(mac).assessment;
      const stale = findings.flatMap(({ id, route }) => (id === "gateway-pin-stale" ? [addressOf(route)] : []));
      const dead = deadPins(mac);
      if (mac.configd.primary() !== null) expect(dead.filter((server) => !stale.includes(server))).toEqual([]);
      expect(stale.filter((server) => server !== null && packetTo(server, mac).fate === "reached")).toEqual([]);
    });
  });

  it("that a repair takes no way that worked, and leads nothing around a tunnel", () => {
    check(({ mac }) => {
      const before = packetsOf(mac);
      takeSteps(judge(mac).steps, mac);
      for (const { address, fate, through } of before) {
        const now = packetTo(address, mac);
        if (fate === "reached") expect(now.fate, address).toBe("reached");
        const isServer = Object.values<string>(SERVERS).includes(address);
        if (through?.startsWith("utun") === true && !isServer) expect(now.through, address).toBe(through);
      }
    });
  });

  it("that a repair leaves nothing to repair, and that the client for which it was made is connected", () => {
    check((day) => {
      const { assessment, steps } = judge(day.mac);
      takeSteps(steps, day.mac);
      const again = judge(day.mac).steps.filter(({ step }) => "route" in step);
      expect(again).toEqual([]);
      const isForClient = steps.some(({ step }) => step.op === "nudge-client");
      if (isForClient && assessment.clients.length === 1) expect(day.openconnect?.isConnected()).toBe(true);
    });
  });
});
