import * as v from "valibot";
import { describe, expect } from "vitest";
import { InterfacesReport } from "../../shared/explain/interface-report.ts";
import { runHoldfast } from "./holdfast/run-holdfast.ts";
import { labTest } from "./lab-test.ts";
import type { Laptop } from "./laptop/laptop.ts";
import { SERVER, TUNNEL_INTERFACE } from "./network/addresses.ts";
import { connect, disconnect } from "./vpn/connect.ts";

/** What `holdfast interfaces --json` says of the laptop, and the exit code. */
async function interfaces(laptop: Laptop): Promise<{ code: number | null; report: InterfacesReport }> {
  const { code, stdout } = await runHoldfast(laptop, "interfaces", "--json");
  return { code, report: v.parse(InterfacesReport, JSON.parse(stdout)) };
}

describe("holdfast interfaces", () => {
  labTest("names the living client of the tunnel, and nothing once it has ended", async ({ lab }) => {
    const began = Date.now();
    const vpn = await connect(lab);
    const { code, report } = await interfaces(lab.laptop);
    expect(code).toBe(0);
    expect(report.interfaces[0]).toMatchObject({
      name: TUNNEL_INTERFACE,
      role: "vpn-tunnel",
      certainty: "proven",
      holder: { client: "openconnect", pid: vpn.pid, server: SERVER },
    });
    const [process] = report.processes;
    expect(process).toMatchObject({ client: "openconnect", pid: vpn.pid, alive: true, tunnel: TUNNEL_INTERFACE });
    // To the minute, in local time, and not before the test began.
    const since = new Date(`${process?.since?.replace(" ", "T") ?? ""}:00`).getTime();
    expect(since).toBeGreaterThan(began - 2 * 60_000);
    expect(since).toBeLessThanOrEqual(Date.now());

    await disconnect(vpn);
    const after = await interfaces(lab.laptop);
    expect(after.report.interfaces.map(({ role }) => role)).not.toContain("vpn-tunnel");
    expect(after.report.processes).toEqual([]);
  });

  labTest("finds a tunnel that nobody holds any more", async ({ lab }) => {
    await lab.laptop.ip("tuntap", "add", "dev", "tun9", "mode", "tun");
    await lab.laptop.ip("link", "set", "tun9", "up");
    await lab.laptop.ip("route", "add", "10.20.0.0/16", "dev", "tun9");
    const { code, report } = await interfaces(lab.laptop);
    expect(code).toBe(1);
    expect(report.interfaces[0]).toMatchObject({ name: "tun9", role: "leftover-tunnel", routes: 1 });
  });
});
