import { describe, expect } from "vitest";
import { FIRST_RESOLVER } from "./laptop/furnish.ts";
import { RESOLVER_FILE, VPNC_MARKER } from "./laptop/resolver.ts";
import { labTest } from "./lab-test.ts";
import { SERVER, TUNNEL_POOL, WIFI } from "./network/addresses.ts";
import { waitUntil } from "./room/wait-until.ts";
import { connect, disconnect, killHard, tryConnect } from "./vpn/connect.ts";
import { innerHostAnswers } from "./vpn/ping.ts";

const PIN_AT_HOME = `${SERVER} via ${WIFI.home.router} dev wlan0`;
const LOOP = "203.0.113.0/24 dev tun0 scope link";

// A healthy connection takes 0.3 s here; through a stale pin the kernel gives up after 72 s.
const HEALTHY_WITHIN_MS = 5_000;

const AT_HOME = [
  "default via 198.51.100.1 dev wlan0",
  "198.51.100.0/28 dev wlan0 proto kernel scope link src 198.51.100.2",
];

describe("a session at home", () => {
  labTest("has the table of the user's case: split routes, the server's own network, and the pin", async ({ lab }) => {
    await connect(lab);
    expect(new Set(await lab.laptop.routes())).toEqual(
      new Set([
        ...AT_HOME,
        "10.80.0.0/20 dev tun0 scope link",
        "10.81.0.0/21 dev tun0 scope link",
        "10.99.0.0/24 dev tun0 scope link",
        LOOP,
        PIN_AT_HOME,
      ]),
    );
  });

  labTest("reaches the inner host and has the tunnel's resolver", async ({ lab }) => {
    expect(await innerHostAnswers(lab)).toBe(false);
    await connect(lab);
    expect(await innerHostAnswers(lab)).toBe(true);
    const resolver = await lab.laptop.readFile(RESOLVER_FILE);
    expect(resolver.startsWith(VPNC_MARKER)).toBe(true);
    expect(resolver).toContain(`nameserver ${TUNNEL_POOL.resolver}`);
  });

  labTest("leaves nothing after a clean exit", async ({ lab }) => {
    const before = await lab.laptop.ip("route", "show", "table", "all");
    const vpn = await connect(lab);
    expect(await disconnect(vpn)).toEqual({ code: 0, signal: null });
    expect(await lab.laptop.ip("route", "show", "table", "all")).toBe(before);
    expect(await lab.laptop.readFile(RESOLVER_FILE)).toBe(FIRST_RESOLVER);
  });
});

describe("a switch of the Wi-Fi", () => {
  labTest("by flush-first loses the pin, so that the server's address loops into the tunnel", async ({ lab }) => {
    await connect(lab, "without-attempt-reconnect");
    await lab.wifi.join("hot", "flush-first");
    const routes = await lab.laptop.routes();
    expect(routes.filter((route) => route.startsWith(SERVER))).toEqual([]);
    expect(routes).toContain(LOOP);
    expect(routes).toContain("default via 198.51.100.129 dev wlan0");
  });

  labTest("by make-before-break leaves a pin through a router that is on no network any more", async ({ lab }) => {
    await connect(lab);
    await lab.wifi.join("hot", "make-before-break");
    const routes = await lab.laptop.routes();
    expect(routes).toContain(PIN_AT_HOME);
    expect(routes).toContain("default via 198.51.100.129 dev wlan0");
    expect(routes.filter((route) => route.startsWith(WIFI.home.prefix))).toEqual([]);
  });

  labTest("and back again makes the session usable again, its address unchanged", async ({ lab }) => {
    const vpn = await connect(lab);
    const address = await lab.laptop.ip("-4", "-brief", "addr", "show", "dev", "tun0");
    await lab.wifi.join("hot", "make-before-break");
    expect(await innerHostAnswers(lab)).toBe(false);
    await lab.wifi.join("home", "make-before-break");
    vpn.signal("SIGUSR2");
    await waitUntil("the inner host answers again", 10_000, () => innerHostAnswers(lab));
    expect(await lab.laptop.ip("-4", "-brief", "addr", "show", "dev", "tun0")).toBe(address);
  });

  labTest("is survived when the pin is moved to the new router and the client is nudged", async ({ lab }) => {
    const vpn = await connect(lab, "without-attempt-reconnect");
    await lab.wifi.join("hot", "make-before-break");
    await lab.laptop.ip("route", "replace", SERVER, "via", WIFI.hot.router, "dev", "wlan0");
    vpn.signal("SIGUSR2");
    await waitUntil("the inner host answers again", 10_000, () => innerHostAnswers(lab));
    expect(vpn.ending()).toBeUndefined();
  });
});

describe("after kill -9 in a session", () => {
  labTest("the tunnel is gone, the pin and the resolver with vpnc's mark are left", async ({ lab }) => {
    const vpn = await connect(lab);
    expect(await killHard(vpn)).toEqual({ code: null, signal: "SIGKILL" });
    expect(new Set(await lab.laptop.routes())).toEqual(new Set([...AT_HOME, PIN_AT_HOME]));
    expect((await lab.laptop.readFile(RESOLVER_FILE)).startsWith(VPNC_MARKER)).toBe(true);
    expect(await lab.laptop.readFile(`/run/vpnc/resolv.conf-backup.${vpn.pid}`)).toBe(FIRST_RESOLVER);
  });

  labTest("and a switch, connecting fails until that one route is deleted", async ({ lab }) => {
    await killHard(await connect(lab));
    await lab.wifi.join("hot", "make-before-break");
    expect(await tryConnect(lab, HEALTHY_WITHIN_MS)).toMatchObject({ connected: false });
    await lab.laptop.ip("route", "delete", SERVER, "via", WIFI.home.router, "dev", "wlan0");
    expect(await tryConnect(lab, HEALTHY_WITHIN_MS)).toMatchObject({ connected: true });
  });
});

describe("a server that is down", () => {
  labTest("refuses the connection at once and leaves nothing on the laptop", async ({ lab }) => {
    const before = await lab.laptop.routes();
    await lab.server.stop();
    const attempt = await tryConnect(lab, HEALTHY_WITHIN_MS);
    expect(attempt).toMatchObject({ connected: false, log: expect.stringContaining("Connection refused") });
    expect(await lab.laptop.routes()).toEqual(before);
  });
});

describe("the laptop", () => {
  labTest("sees only its own processes and writes only its own files", async ({ lab }) => {
    const vpn = await connect(lab);
    const seen = await lab.laptop.run(["/usr/bin/ps", "-e", "-o", "pid=,comm="]);
    const names = seen.stdout
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/));
    expect(names).toContainEqual([String(vpn.pid), "openconnect"]);
    expect(new Set(names.map(([, name]) => name))).toEqual(new Set(["cat", "openconnect", "ps"]));
  });
});
