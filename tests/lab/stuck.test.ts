import { describe, expect } from "vitest";
import { doctor, findingsOf, selectedOperations } from "./holdfast/doctor.ts";
import { labTest } from "./lab-test.ts";
import type { Lab } from "./lab.ts";
import { SERVER } from "./network/addresses.ts";
import { waitUntil } from "./room/wait-until.ts";
import { connect } from "./vpn/connect.ts";
import { innerHostAnswers } from "./vpn/ping.ts";

/** The router of the home network drops, or again forwards, all that goes to the VPN server. */
function letRouter(action: "drop" | "forward", { room }: Lab): Promise<unknown> {
  return room.ip("home", [`route ${action === "drop" ? "add" : "del"} blackhole ${SERVER}/32`]);
}

describe("a client whose server stopped to answer", () => {
  labTest("is stuck while it calls in vain, and well when the server answers again", async ({ lab }) => {
    const vpn = await connect(lab);
    await letRouter("drop", lab);
    vpn.signal("SIGUSR2");
    const report = await waitUntil("the client calls its server", 10_000, async () => {
      const { report: seen } = await doctor(lab.laptop);
      return findingsOf(seen).length > 0 && seen;
    });
    expect(findingsOf(report)).toEqual(["client-stuck"]);
    expect(report.findings[0]).toMatchObject({ certainty: "likely", evidence: [{ code: "client-calls-in-vain" }] });
    expect(selectedOperations(report)).toEqual(["nudge-client"]);
    expect(report.clients).toMatchObject([{ pid: vpn.pid, interface: "tun0", alive: true }]);

    await letRouter("forward", lab);
    await waitUntil("the tunnel carries packets again", 30_000, () => innerHostAnswers(lab));
    const { report: after } = await doctor(lab.laptop);
    expect(after).toMatchObject({ state: "up", findings: [] });
  });
});
