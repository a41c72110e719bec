import { describe, expect } from "vitest";
import { check, kernelWay } from "./holdfast/check.ts";
import { labTest } from "./lab-test.ts";
import { INNER_HOST, SERVER, TUNNEL_INTERFACE, WIFI, WIFI_INTERFACE } from "./network/addresses.ts";
import { connect, killHard } from "./vpn/connect.ts";

// Each prediction stands beside what the kernel itself says (`ip route get`) and what a real connect() ends with.

/** An address of nobody in the home network. */
const NOBODY = "198.51.100.13";
const ELSEWHERE = "192.0.2.9";

describe("holdfast check --probe", () => {
  labTest("foresees that a connection works, with and without the VPN", async ({ lab }) => {
    const { laptop } = lab;
    const before = await check(laptop, `https://${SERVER}/`);
    expect(before).toMatchObject({ code: 0, way: { outcome: "leaves-by-router", certainty: "proven" } });
    expect(before.report.probe).toMatchObject({ result: "connected", compared: "as-foreseen" });
    expect(before.way).toMatchObject(await kernelWay(laptop, SERVER));

    await connect(lab);
    const pinned = await check(laptop, SERVER);
    expect(pinned.way?.winner?.destination).toBe(`${SERVER}/32`);
    expect(pinned.way).toMatchObject({ outcome: "leaves-by-router", ...(await kernelWay(laptop, SERVER)) });
    expect(pinned.report).toMatchObject({ works: "yes", probe: { result: "connected" } });
    expect(pinned.report.caveats).toMatchObject([{ code: "client-running", args: { client: "openconnect" } }]);

    // Nothing listens there: that the refusal came back shows that the tunnel carries.
    const inside = await check(laptop, `${INNER_HOST}:9`);
    expect(inside.way).toMatchObject({ outcome: "through-tunnel", ...(await kernelWay(laptop, INNER_HOST)) });
    expect(inside.report.probe).toMatchObject({ result: "refused", compared: "as-foreseen" });
  });

  labTest("foresees the error of a stale pin", async ({ lab }) => {
    await killHard(await connect(lab));
    await lab.wifi.join("hot", "make-before-break");
    const { code, report, way } = await check(lab.laptop, SERVER);
    expect(code).toBe(1);
    expect(way).toMatchObject({
      outcome: "stale-pin",
      works: "no",
      finding: "gateway-pin-stale",
      error: { errno: "EHOSTUNREACH", text: "No route to host", when: "after-seconds" },
      ...(await kernelWay(lab.laptop, SERVER)),
    });
    expect(report.advice).toEqual([{ code: "clean", args: { finding: "gateway-pin-stale" } }]);
    // The kernel remembers the old router for a while, and sends to its hardware address first.
    expect(way?.error?.seconds).toBeNull();
    expect(report.probe?.compared).toBe("as-foreseen");

    await lab.laptop.ip("neighbour", "flush", "to", WIFI.home.router);
    const forgotten = await check(lab.laptop, SERVER);
    expect(forgotten.way).toMatchObject({ outcome: "stale-pin", error: { errno: "EHOSTUNREACH", seconds: 3 } });
    expect(forgotten.report.probe).toMatchObject({ errno: "EHOSTUNREACH", compared: "as-foreseen" });
  });

  labTest("foresees that the client of a lost pin talks to itself", async ({ lab }) => {
    await connect(lab, "without-attempt-reconnect");
    await lab.wifi.join("hot", "flush-first");
    const { code, report, way } = await check(lab.laptop, SERVER);
    expect(code).toBe(1);
    expect(way).toMatchObject({
      outcome: "loops-into-own-tunnel",
      certainty: "proven",
      finding: "gateway-pin-missing",
      error: { errno: "ETIMEDOUT", when: "after-time-out" },
      ...(await kernelWay(lab.laptop, SERVER)),
    });
    expect(report.probe).toMatchObject({ result: "timed-out", compared: "as-foreseen" });
    const inside = await check(lab.laptop, INNER_HOST);
    expect(inside.way).toMatchObject({ outcome: "into-dead-tunnel", interface: TUNNEL_INTERFACE, works: "no" });
    expect(inside.report.probe?.compared).toBe("as-foreseen");
  });

  labTest("foresees what each kind of obstacle lets connect() end with", async ({ lab }) => {
    for (const { what, set, clear, outcome, errno } of OBSTACLES) {
      await lab.laptop.ip(...set.split(" "));
      const { report, way } = await check(lab.laptop, ELSEWHERE);
      await lab.laptop.ip(...clear.split(" "));
      expect(way, what).toMatchObject({ outcome, works: "no", error: { errno } });
      expect(report.probe, what).toMatchObject({ result: "failed", errno, compared: "as-foreseen" });
    }
  });

  labTest("does not vouch for a router that did not answer, and is told by a try", async ({ lab }) => {
    await lab.laptop.ip("route", "add", "192.0.2.0/24", "via", NOBODY, "dev", WIFI_INTERFACE);
    const first = await check(lab.laptop, ELSEWHERE);
    expect(first.report).toMatchObject({ works: "yes", probe: { errno: "EHOSTUNREACH", compared: "not-as-foreseen" } });
    // The kernel remembers for a while that nobody answered.
    const again = await check(lab.laptop, ELSEWHERE);
    expect(again.way).toMatchObject({ outcome: "next-hop-silent", works: "unknown", error: { errno: "EHOSTUNREACH" } });
    expect(again.report.probe?.compared).toBe("settles");
  });

  labTest("tells a name that nobody can look up from one that does not exist", async ({ lab }) => {
    await lab.laptop.writeFile("/etc/hosts", `127.0.0.1 localhost\n${SERVER} vpn.example.edu\n`);
    expect(await check(lab.laptop, "vpn.example.edu")).toMatchObject({
      code: 0,
      report: { lookup: { state: "found", addresses: [SERVER] }, probe: { result: "connected" } },
    });
    await lab.laptop.ip("route", "delete", "default");
    await lab.laptop.writeFile("/etc/resolv.conf", `nameserver ${ELSEWHERE}\n`);
    const { code, report } = await check(lab.laptop, "other.example.edu");
    expect(code).toBe(1);
    expect(report).toMatchObject({
      works: "no",
      lookup: { state: "failed", reason: "no-answer" },
      verdict: { code: "name-server-unreachable" },
      nameServers: [{ address: ELSEWHERE, outcome: "no-route", finding: "default-route-missing" }],
      probe: null,
    });
  });
});

/** How the laptop is kept from ELSEWHERE, how that is taken back, and what must be foreseen. */
const OBSTACLES = [
  { what: "a blackhole", ...row("blackhole"), outcome: "dropped", errno: "EINVAL" },
  { what: "an unreachable route", ...row("unreachable"), outcome: "refused-here", errno: "EHOSTUNREACH" },
  { what: "a prohibited route", ...row("prohibit"), outcome: "refused-here", errno: "EACCES" },
  { what: "a rule that blackholes", ...policy("blackhole"), outcome: "dropped", errno: "EINVAL" },
  { what: "a rule that refuses", ...policy("unreachable"), outcome: "refused-here", errno: "ENETUNREACH" },
  { what: "a rule that forbids", ...policy("prohibit"), outcome: "refused-here", errno: "EACCES" },
  {
    what: "no default route",
    set: "route delete default",
    clear: `route add default via ${WIFI.home.router} dev ${WIFI_INTERFACE}`,
    outcome: "no-route",
    errno: "ENETUNREACH",
  },
] as const;

function row(type: string): { set: string; clear: string } {
  return { set: `route add ${type} ${ELSEWHERE}/32`, clear: `route delete ${type} ${ELSEWHERE}/32` };
}

function policy(action: string): { set: string; clear: string } {
  const rule = `to ${ELSEWHERE}/32 ${action} priority 100`;
  return { set: `rule add ${rule}`, clear: `rule delete ${rule}` };
}
