import { describe, expect } from "vitest";
import { doctor, findingsOf, selectedOperations } from "./holdfast/doctor.ts";
import { labTest } from "./lab-test.ts";
import { SERVER, WIFI } from "./network/addresses.ts";
import { connect, disconnect, killHard } from "./vpn/connect.ts";

const PIN = { destination: "203.0.113.9/32", interface: "wlan0", family: "inet" };
const STALE_PIN = { ...PIN, gateway: WIFI.home.router };

describe("holdfast doctor", () => {
  labTest("finds nothing on a healthy session and recognises its client", async ({ lab }) => {
    const vpn = await connect(lab);
    const { code, report } = await doctor(lab.laptop);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      state: "up",
      network: { interface: "wlan0", gateway: WIFI.home.router, address: "198.51.100.2/28" },
      clients: [{ kind: "openconnect", pid: vpn.pid, interface: "tun0", server: SERVER, alive: true }],
      findings: [],
      plan: { steps: [] },
    });
    // What the client printed into somebody's terminal cannot be read; all else can.
    expect(report.unobserved.filter(({ part }) => part !== "client-logs")).toEqual([]);
  });

  labTest("replaces the stale pin of a living client after make-before-break, and nudges it", async ({ lab }) => {
    const vpn = await connect(lab, "without-attempt-reconnect");
    await lab.wifi.join("hot", "make-before-break");
    const { code, report } = await doctor(lab.laptop);
    expect(code).toBe(1);
    expect(report.state).toBe("broken");
    expect(findingsOf(report)).toEqual(["gateway-pin-stale"]);
    expect(report.findings[0]).toMatchObject({ severity: "error", certainty: "proven", route: STALE_PIN });
    expect(selectedOperations(report)).toEqual(["replace-route", "nudge-client"]);
    expect(report.plan.steps[0]?.command?.join(" ")).toContain(WIFI.hot.router);
    expect(report.clients).toMatchObject([{ pid: vpn.pid, alive: true }]);
  });

  labTest("adds the pin that flush-first took from a living client, and nudges it", async ({ lab }) => {
    await connect(lab, "without-attempt-reconnect");
    await lab.wifi.join("hot", "flush-first");
    const { code, report } = await doctor(lab.laptop);
    expect(code).toBe(1);
    expect(report.state).toBe("broken");
    expect(findingsOf(report)).toEqual(["gateway-pin-missing"]);
    expect(report.findings[0]?.certainty).toBe("proven");
    expect(selectedOperations(report)).toEqual(["add-route", "nudge-client"]);
    expect(report.plan.steps[0]?.route).toMatchObject({ ...PIN, gateway: WIFI.hot.router });
  });

  labTest("names the one stale route after kill -9 and a new network, and the resolver", async ({ lab }) => {
    await killHard(await connect(lab));
    await lab.wifi.join("hot", "make-before-break");
    const { code, report } = await doctor(lab.laptop);
    expect(code).toBe(1);
    expect(report.state).toBe("residue");
    expect(findingsOf(report)).toEqual(expect.arrayContaining(["gateway-pin-stale", "resolver-stale"]));
    const pin = report.findings.find(({ id }) => id === "gateway-pin-stale");
    expect(pin).toMatchObject({ route: STALE_PIN });
    expect(["proven", "likely"]).toContain(pin?.certainty);
    const deletions = report.plan.steps.filter(({ op }) => op === "delete-route");
    expect(deletions).toMatchObject([{ selected: true, finding: "gateway-pin-stale", route: STALE_PIN }]);
  });

  labTest("leaves a pin alone that is left over but still right", async ({ lab }) => {
    await killHard(await connect(lab));
    const { report } = await doctor(lab.laptop);
    expect(findingsOf(report)).not.toContain("gateway-pin-stale");
    expect(report.plan.steps.filter(({ op }) => op.endsWith("-route"))).toEqual([]);
  });

  labTest("is content after a clean exit", async ({ lab }) => {
    await disconnect(await connect(lab));
    const { code, report } = await doctor(lab.laptop);
    expect(code).toBe(0);
    expect(report).toMatchObject({ state: "off", clients: [], findings: [], plan: { steps: [] } });
  });

  labTest("finds a resolver that a killed client has left, where its pin is gone", async ({ lab }) => {
    await killHard(await connect(lab));
    await lab.laptop.ip("route", "delete", SERVER);
    const { code, report } = await doctor(lab.laptop);
    expect(code).toBe(1);
    expect(report.state).toBe("residue");
    expect(findingsOf(report)).toContain("resolver-stale");
    expect(selectedOperations(report)).toContain("clear-resolver");
  });

  labTest("says that the default route is missing", async ({ lab }) => {
    await lab.laptop.ip("route", "delete", "default");
    const { code, report } = await doctor(lab.laptop);
    expect(code).toBe(1);
    expect(report.state).toBe("broken");
    expect(findingsOf(report)).toEqual(["default-route-missing"]);
    expect(report.findings[0]).toMatchObject({ severity: "error", certainty: "proven" });
  });
});
