import { createInterface } from "node:readline";
import { describe, expect } from "vitest";
import { doctor, findingsOf, selectedOperations } from "./holdfast/doctor.ts";
import { HOLDFAST, runHoldfast } from "./holdfast/run-holdfast.ts";
import type { Lab } from "./lab.ts";
import { labTest } from "./lab-test.ts";
import { SERVER, WIFI } from "./network/addresses.ts";
import { TWIN, joinTwinOfHome } from "./network/same-subnet.ts";
import { childrenOf } from "./room/processes.ts";
import { PROGRAMS } from "./room/programs.ts";
import { waitUntil } from "./room/wait-until.ts";
import { connect, killHard } from "./vpn/connect.ts";
import { innerHostAnswers } from "./vpn/ping.ts";

const PIN = { destination: `${SERVER}/32`, gateway: WIFI.home.router, interface: "wlan0", family: "inet" };

/** Runs `holdfast watch` until it is told to end; `saw` tells whether a printed verdict has these words. */
function watch(lab: Lab) {
  const child = lab.laptop.spawn([...HOLDFAST, "watch", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
  const printed: string[] = [];
  if (child.stdout === null) throw new Error("no output");
  createInterface({ input: child.stdout }).on("line", (line) => printed.push(line));
  const ended = new Promise((settle) => child.once("close", settle));
  return {
    saw: (words: string) => printed.some((line) => line.includes(words)),
    async end() {
      // nsenter hands no signal on: the program itself has to be told.
      for (const pid of child.pid === undefined ? [] : childrenOf(child.pid)) process.kill(pid, "SIGTERM");
      await ended;
    },
  };
}

const gaveUpOnHome = async ({ laptop }: Lab) => {
  await laptop.run([PROGRAMS.ping, "-n", "-c", "1", "-W", "1", SERVER]);
  return (await laptop.ip("neigh", "show", WIFI.home.router)).includes("FAILED");
};

describe("a pin that comes along to a network with the same addresses", () => {
  labTest(
    "is proven to be foreign by what was kept, moved by the helper, and the session lives on",
    async ({ lab }) => {
      const vpn = await connect(lab, "without-attempt-reconnect");
      const watching = watch(lab);
      await waitUntil("the pin is seen", 10_000, () => watching.saw('"state":"up"'));
      await joinTwinOfHome(lab);
      await waitUntil("the watch finds it", 10_000, () => watching.saw("gateway-pin-foreign"));
      await watching.end();

      const { code, report } = await doctor(lab.laptop);
      expect(code).toBe(1);
      expect(findingsOf(report)).toEqual(["gateway-pin-foreign"]);
      expect(report.findings[0]).toMatchObject({ severity: "error", certainty: "proven", route: PIN });
      expect(report.findings[0]?.evidence.map(({ code: name }) => name)).toContain("pin-made-for-other-router");
      expect(selectedOperations(report)).toEqual(["replace-route", "nudge-client"]);

      // The helper never saw the pin at work; it goes by the living client and by the kernel, which got no answer.
      await waitUntil("the kernel gives up on the next hop", 20_000, () => gaveUpOnHome(lab));
      const clean = await runHoldfast(lab.laptop, "clean", "--yes");
      expect(clean.code, `${clean.stdout}${clean.stderr}`).toBe(0);
      expect(await lab.laptop.routes()).toContain(`${SERVER} via ${TWIN.router} dev wlan0`);
      await waitUntil("the inner host answers again", 10_000, () => innerHostAnswers(lab));
      expect(vpn.ending()).toBeUndefined();
      expect((await doctor(lab.laptop)).report.state).toBe("up");

      const { stdout } = await runHoldfast(lab.laptop, "timeline", "--json");
      expect(stdout).toContain('"network-changed"');
      expect(stdout).toContain('"finding-appeared"');
      expect(stdout).toContain('"repaired"');
    },
  );

  labTest("is less than proven while nothing was kept", async ({ lab }) => {
    await connect(lab, "without-attempt-reconnect");
    await joinTwinOfHome(lab);
    await waitUntil("the kernel gives up on the next hop", 20_000, () => gaveUpOnHome(lab));
    const { report } = await doctor(lab.laptop);
    const pin = report.findings.find(({ id }) => id === "gateway-pin-foreign");
    expect(pin).toMatchObject({ route: PIN });
    // The client tries again and again, and each time the kernel asks anew.
    expect(["likely", "suspected"]).toContain(pin?.certainty);
  });

  labTest("is only offered to be moved when its client is gone, too, and nothing was kept", async ({ lab }) => {
    await killHard(await connect(lab));
    await joinTwinOfHome(lab);
    await waitUntil("the kernel gives up on the next hop", 20_000, () => gaveUpOnHome(lab));
    const { report } = await doctor(lab.laptop);
    expect(report.findings.find(({ id }) => id === "gateway-pin-foreign")).toMatchObject({ certainty: "suspected" });
    const steps = report.plan.steps.filter(({ finding }) => finding === "gateway-pin-foreign");
    expect(steps).toMatchObject([{ op: "replace-route", selected: false }]);
  });
});
