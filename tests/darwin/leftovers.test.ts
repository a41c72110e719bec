import { describe, expect } from "vitest";
import { macTest } from "./mac-test.ts";
import { connected, startOpenconnect } from "./world/clients/openconnect.ts";
import { startOpenvpn } from "./world/clients/openvpn.ts";
import { CAMPUS_VPN_FOR_ALL } from "./world/clients/session.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import { startWgQuick } from "./world/clients/wg-quick.ts";
import { doctor, findingsOf, selectedSteps } from "./world/holdfast/doctor.ts";
import { CAFE, CAMPUS, HOME, HOTSPOT } from "./world/network.ts";
import { connectTo } from "./world/packet.ts";
import { rowsOf, tablesOf } from "./world/table-text.ts";

describe("what vpnc-script leaves", () => {
  macTest("nothing, when it ends on its own network", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    const before = rowsOf(mac);
    connected(mac).stops();
    expect(rowsOf(mac)).toEqual(before);
    expect(await doctor(holdfast)).toMatchObject({ state: "off", findings: [] });
  });

  macTest(
    "nothing, when it ends on another network: the kernel ignores the gateway that it names",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      const vpn = connected(mac);
      mac.joins(HOTSPOT);
      vpn.stops();
      expect(rowsOf(mac).filter((row) => row.startsWith("222.66"))).toEqual([]);
      expect((await doctor(holdfast)).state).toBe("off");
    },
  );

  macTest("its pin, when it ends without a network: the gateway in its command is empty", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    const vpn = connected(mac);
    mac.leaves();
    vpn.stops();
    expect(vpn.log).toContain("route: bad address: ");
    mac.joins(HOTSPOT);
    expect(findingsOf(await doctor(holdfast))[0]).toBe("gateway-pin-stale likely 222.66.117.109/32");
    expect(await holdfast.run("clean", "--yes")).toMatchObject({ code: 0 });
    expect(startOpenconnect(mac)).not.toBeTypeOf("string");
  });

  macTest(
    "killed: pin, resolver file, state files and a DNS key; clean takes all of it but the key, undo brings it back",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      const { pid, isKilled } = connected(mac);
      isKilled();
      // The pin still works on this network: only the rest is residue.
      const report = await doctor(holdfast);
      expect(findingsOf(report).toSorted()).toEqual([
        "client-residue proven",
        "resolver-stale proven",
        "resolver-stale proven",
      ]);
      expect(selectedSteps(report)).toEqual(["clear-resolver resolver-stale", "remove-state-file client-residue"]);
      const before = tablesOf(mac);
      const { err } = await holdfast.run("clean", "--yes");
      expect(err).not.toContain("failed");
      expect(tablesOf(mac)).toBe(before);
      const after = await doctor(holdfast);
      expect(findingsOf(after)).toEqual(["resolver-stale proven"]);
      expect(await holdfast.run("undo")).toMatchObject({ code: 0 });
      expect(findingsOf(await doctor(holdfast)).toSorted()).toEqual(findingsOf(report).toSorted());
      expect(pid).toBeGreaterThan(0);
    },
  );

  macTest("with all traffic in the tunnel, ended on another network: a working default", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    const vpn = connected(mac, { session: CAMPUS_VPN_FOR_ALL });
    mac.joins(HOTSPOT);
    vpn.stops();
    expect(rowsOf(mac)).toContain("default 172.20.10.1 UGScg en0");
    expect((await doctor(holdfast)).state).toBe("off");
  });
});

describe("what vpn-slice leaves", () => {
  macTest("nothing, when it ends after a switch, though it had not noticed it", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    const vpn = connected(mac, { script: vpnSlice });
    mac.joins(HOTSPOT);
    vpn.stops();
    expect(await doctor(holdfast)).toMatchObject({ state: "off", findings: [] });
  });

  macTest(
    "killed: its marked lines besides the pin; they are shown, and neither they nor a firewall are touched",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      connected(mac, { script: vpnSlice }).isKilled();
      mac.joins(HOTSPOT);
      const report = await doctor(holdfast);
      expect(findingsOf(report)).toContain("script-marks-left proven");
      expect(selectedSteps(report)).toEqual(["delete-route gateway-pin-stale"]);
    },
  );
});

describe("what OpenVPN leaves", () => {
  macTest(
    "a net row of one address when it gave up root, which clean finds and deletes as a net row",
    async ({ mac, holdfast }) => {
      mac.joins(HOME);
      const vpn = startOpenvpn(mac, { asNobody: true });
      vpn.stops();
      mac.joins(HOTSPOT);
      expect(connectTo(vpn.server, mac)).toBe("Can't assign requested address");
      const before = rowsOf(mac);
      const { code, out, err } = await holdfast.run("clean", "--yes");
      expect(code, out + err).toBe(0);
      expect(err).toContain("/sbin/route -n delete -net 203.0.113.20/32");
      expect(rowsOf(mac)).toEqual(before.filter((row) => row !== "203.0.113.20/32 192.168.1.1 UGSc en0"));
      expect(connectTo(vpn.server, mac)).toBe("reached");
      expect(await holdfast.run("undo")).toMatchObject({ code: 0 });
      expect(rowsOf(mac)).toEqual(before);
    },
  );

  macTest(
    "alive after a switch it is told apart from openconnect: its pin is moved, no signal is sent",
    async ({ mac, holdfast }) => {
      mac.joins(HOME);
      const vpn = startOpenvpn(mac);
      const signals: string[] = [];
      mac.processes.change(vpn.pid, { onSignal: (signal) => void signals.push(signal) });
      mac.joins(HOTSPOT);
      const report = await doctor(holdfast);
      expect(report.state).toBe("broken");
      expect(selectedSteps(report)).toEqual(["replace-route gateway-pin-stale"]);
      const { code, out, err } = await holdfast.run("clean", "--yes");
      expect(code, out + err).toBe(0);
      expect(rowsOf(mac)).toContain("203.0.113.20/32 172.20.10.1 UGSc en0");
      expect(connectTo(vpn.server, mac)).toBe("reached");
      expect(signals).toEqual([]);
    },
  );
});

describe("what wg-quick leaves", () => {
  macTest(
    "while its monitor runs it moves its endpoint by itself, and nothing is offered",
    async ({ mac, holdfast }) => {
      mac.joins(HOME);
      const vpn = startWgQuick(mac);
      mac.joins(HOTSPOT);
      expect(rowsOf(mac)).toContain(`${vpn.endpoint} 172.20.10.1 UGHS en0`);
      expect(await doctor(holdfast)).toMatchObject({ state: "up", plan: { steps: [] } });
    },
  );

  macTest("killed: the pin goes by clean; its name server on every service is shown", async ({ mac, holdfast }) => {
    mac.joins(HOME);
    startWgQuick(mac).isKilled();
    mac.joins(HOTSPOT);
    const report = await doctor(holdfast);
    expect(findingsOf(report)[0]).toBe("gateway-pin-stale likely 198.51.100.7/32");
    expect(findingsOf(report).map((line) => line.split(" ")[0])).toContain("resolver-stale");
    await holdfast.run("clean", "--yes");
    expect(rowsOf(mac).filter((row) => row.startsWith("198.51.100.7"))).toEqual([]);
  });

  macTest(
    "killed without a network: the endpoint in a black hole, named and never touched",
    async ({ mac, holdfast }) => {
      mac.joins(HOME);
      const vpn = startWgQuick(mac);
      mac.leaves();
      vpn.isKilled();
      mac.joins(HOME);
      expect(rowsOf(mac)).toContain(`${vpn.endpoint} 127.0.0.1 UGHSB lo0`);
      expect(connectTo(vpn.endpoint, mac)).toBe("No route to host");
      const before = tablesOf(mac);
      const report = await doctor(holdfast);
      expect(findingsOf(report)[0]).toContain("gateway-pin-stale");
      expect(selectedSteps(report)).toEqual([]);
      await holdfast.run("clean", "--yes");
      expect(tablesOf(mac)).toBe(before);
    },
  );
});

describe("the same subnet in another place", () => {
  macTest(
    "with another lease: the pin has the old address as its source, which proves it dead",
    async ({ mac, holdfast }) => {
      mac.joins(HOME);
      connected(mac, { script: vpnSlice }).isKilled();
      mac.joins(CAFE);
      const report = await doctor(holdfast);
      expect(findingsOf(report)[0]).toContain("gateway-pin-stale");
      expect(report.findings[0]?.evidence.map(({ code }) => code)).toContain("source-address-gone");
      expect(await holdfast.run("clean", "--yes")).toMatchObject({ code: 0 });
      expect(startOpenconnect(mac)).not.toBeTypeOf("string");
    },
  );

  macTest("with the same lease: the pin works, and stays", async ({ mac, holdfast }) => {
    mac.joins(HOME);
    connected(mac, { script: vpnSlice }).isKilled();
    mac.joins({ ...CAFE, address: HOME.address });
    expect(connectTo("222.66.117.109", mac)).toBe("reached");
    expect(selectedSteps(await doctor(holdfast))).toEqual([]);
  });
});
