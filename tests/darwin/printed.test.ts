import { describe, expect, it } from "vitest";
import { macTest } from "./mac-test.ts";
import { recordedText } from "./recorded-text.ts";
import { connected } from "./world/clients/openconnect.ts";
import type { VpnScript } from "./world/clients/session.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import { spareMac } from "./world/hardware.ts";
import { createMac } from "./world/mac.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS, HOME, HOTSPOT, OFFICE } from "./world/network.ts";

const ROUTES = ["netstat", "-rn", "-f", "inet"];
const INTERFACES = ["ifconfig", "-a"];
const PROCESSES = ["ps", "-axo", "pid,ppid,user,lstart,command"];

/** The captures have the table of vpn-slice and the command line of vpnc-script. */
const SLICE_AS_VPNC: VpnScript = { ...vpnSlice, path: "/etc/vpnc/vpnc-script" };

/** 13:02:44 on the day of the story, when the client of the captures was started. */
const CLIENT_START = Date.UTC(2025, 6, 19, 13, 2, 44);

function connectAsRecorded(mac: Mac) {
  mac.joins(CAMPUS);
  mac.clock.jump(CLIENT_START - mac.now());
  return connected(mac, { script: SLICE_AS_VPNC });
}

describe("the programs of the world print byte for byte what was recorded", () => {
  macTest("on the hotspot with nothing left behind (capture 02)", ({ mac }) => {
    mac.joins(HOTSPOT);
    expect(mac.run(ROUTES).out).toBe(recordedText("02-seed-after-switch-clean", "routes.txt"));
  });

  macTest("while openconnect works on campus (capture 04)", ({ mac }) => {
    connectAsRecorded(mac);
    const name = "04-seed-healthy-reconstructed";
    expect(mac.run(ROUTES).out).toBe(recordedText(name, "routes.txt"));
    expect(mac.run(INTERFACES).out).toBe(recordedText(name, "ifconfig.txt"));
    expect(mac.run(PROCESSES).out).toBe(recordedText(name, "ps.txt"));
    expect(mac.run(["scutil", "--nwi"]).out).toBe(recordedText(name, "nwi.txt"));
  });

  macTest("in the third state: the client gone, the pin left (capture 05)", ({ mac }) => {
    connectAsRecorded(mac).isKilled();
    mac.joins(HOTSPOT);
    const name = "05-third-state-stale-pin";
    expect(mac.run(ROUTES).out).toBe(recordedText(name, "routes.txt"));
    expect(mac.run(INTERFACES).out).toBe(recordedText(name, "ifconfig.txt"));
    expect(mac.run(PROCESSES).out).toBe(recordedText(name, "ps.txt"));
    expect(mac.run(["scutil", "--nwi"]).out).toBe(recordedText(name, "nwi.txt"));
    expect(mac.run(["scutil", "--dns"]).out).toBe(recordedText(name, "dns.txt"));
    expect(mac.run(["route", "-n", "get", "222.66.117.109"]).out).toBe(recordedText(name, "route-get.txt"));
  });

  macTest("in the reconnect loop beside a stale pin (capture 06)", ({ mac }) => {
    connectAsRecorded(mac);
    mac.joins(HOTSPOT);
    const name = "06-reconnect-loop-stale-pin";
    expect(mac.run(ROUTES).out).toBe(recordedText(name, "routes.txt"));
    expect(mac.run(INTERFACES).out).toBe(recordedText(name, "ifconfig.txt"));
  });

  macTest("while Wi-Fi has no address and the tunnel is still up (capture 01)", ({ mac }) => {
    connectAsRecorded(mac);
    mac.leaves();
    expect(mac.run(ROUTES).out).toBe(recordedText("01-seed-openconnect-underlay-gone", "routes.txt"));
  });

  macTest("with Wi-Fi switched off and no VPN (capture 44)", ({ mac }) => {
    mac.joins(CAMPUS);
    mac.turnsWifiOff();
    expect(mac.run(ROUTES).out).toBe(recordedText("44-wifi-off-nothing-left", "routes.txt"));
  });

  macTest("back on campus with another lease, the pin's old source in column RT_IFA (capture 07)", ({ mac }) => {
    connectAsRecorded(mac).isKilled();
    mac.renewsLease({ address: "10.51.44.19" });
    const name = "07-same-gateway-new-lease-dead-source";
    expect(mac.run(ROUTES).out).toBe(recordedText(name, "routes.txt"));
    expect(mac.run(["netstat", "-rnl", "-f", "inet"]).out).toBe(recordedText(name, "routes-l.txt"));
    expect(mac.run(INTERFACES).out).toBe(recordedText(name, "ifconfig.txt"));
  });

  it("with a scoped pin of a former network (capture 58)", async () => {
    const mac = await createMac({ hardware: spareMac() });
    mac.joins(HOME);
    mac.run(["route", "-n", "add", "-ifscope", "en0", "-host", "198.51.100.7", "192.168.1.1"]);
    mac.joins({ ...HOTSPOT, address: "172.20.10.4", routerLinkAddress: "b6:52:4f:cc:a7:64", routerExpires: 1187 });
    const name = "58-scoped-stale-pin";
    expect(mac.run(ROUTES).out).toBe(recordedText(name, "routes.txt"));
    expect(mac.run(INTERFACES).out).toBe(recordedText(name, "ifconfig.txt"));
    const { out, errors, status } = mac.run(["route", "-n", "delete", "-host", "198.51.100.7"]);
    expect(`${errors}\n${out}`).toBe(recordedText(name, "delete-attempt.txt"));
    expect(status).toBe(0);
    await mac.close();
  });

  it("with a cable beside Wi-Fi, whose rows are scoped then (capture 61, without its VPN)", async () => {
    const mac = await createMac({ hardware: spareMac() });
    mac.joins(HOME);
    mac.plugsIn(OFFICE);
    const isOfVpn = (line: string) => /utun4|203\.0\.113\.20/.test(line);
    const rows = recordedText("61-pin-via-secondary-uplink", "routes.txt").split("\n");
    expect(mac.run(ROUTES).out).toBe(rows.filter((line) => !isOfVpn(line)).join("\n"));
    await mac.close();
  });
});

describe("the words of route, and its exit status 0 whatever happened (capture 76)", () => {
  const gallery = (file: string) => recordedText("76-command-gallery-wifi-switch", file);
  const said = (mac: Mac, ...words: string[]) => {
    const { out, errors, status } = mac.run(["route", "-n", ...words]);
    return { text: `${errors === "" ? "" : `${errors}\n`}${out}`, status };
  };
  const SERVER = "222.66.117.109";

  macTest("when a row is there already", ({ mac }) => {
    mac.joins(HOTSPOT);
    mac.run(["route", "add", "-host", SERVER, "172.20.10.1"]);
    const answer = said(mac, "add", "-host", SERVER, "172.20.10.1");
    expect(answer).toEqual({ text: gallery("route-add-exists.txt"), status: 0 });
  });

  macTest("when nothing leads to the next hop", ({ mac }) => {
    const answer = said(mac, "add", "-host", SERVER, "10.51.0.1");
    expect(answer).toEqual({ text: gallery("route-add-unreach.txt"), status: 0 });
  });

  macTest("when a row is deleted, and when there is none", ({ mac }) => {
    mac.joins(HOTSPOT);
    mac.run(["route", "add", "-host", SERVER, "172.20.10.1"]);
    expect(said(mac, "delete", "-host", SERVER)).toEqual({ text: gallery("route-delete-ok.txt"), status: 0 });
    expect(said(mac, "delete", "-host", SERVER)).toEqual({ text: gallery("route-delete-missing.txt"), status: 0 });
    expect(said(mac, "delete", "-host", SERVER, "")).toEqual({ text: gallery("route-bad-address.txt"), status: 68 });
  });

  macTest("when it is asked for the way", ({ mac }) => {
    expect(said(mac, "get", "default")).toEqual({ text: gallery("route-get-missing.txt"), status: 0 });
    mac.joins(HOTSPOT);
    expect(said(mac, "get", "default")).toEqual({ text: gallery("route-get-default.txt"), status: 0 });
  });
});
