import { describe, expect } from "vitest";
import { macTest } from "./mac-test.ts";
import { connectTo } from "./world/packet.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS, HOME, HOTSPOT, OFFICE } from "./world/network.ts";
import { rowsOf } from "./world/table-text.ts";

const SERVER = "203.0.113.9";

const route = (mac: Mac, words: string) => mac.run(["route", "-n", ...words.split(" ")]);
const reason = (mac: Mac, words: string) => route(mac, words).errors.replace("route: writing to routing socket: ", "");

describe("the kernel of the world, as XNU is", () => {
  macTest("adds a row only where none of its destination, mask and scope is", ({ mac }) => {
    mac.joins(HOME);
    route(mac, `add -host ${SERVER} 192.168.1.1`);
    expect(reason(mac, `add -host ${SERVER} 192.168.1.254`)).toBe("File exists");
    expect(rowsOf(mac)).toContain(`${SERVER} 192.168.1.1 UGHS en0`);
    expect(reason(mac, `add -net ${SERVER}/32 192.168.1.254`)).toBe("");
    expect(reason(mac, `add -ifscope en0 -host ${SERVER} 192.168.1.254`)).toBe("");
    expect(rowsOf(mac).filter((row) => row.startsWith(SERVER))).toEqual([
      `${SERVER} 192.168.1.1 UGHS en0`,
      `${SERVER}/32 192.168.1.254 UGSc en0`,
      `${SERVER} 192.168.1.254 UGHSI en0`,
    ]);
  });

  macTest("deletes by destination, mask and scope, and never looks at the gateway", ({ mac }) => {
    mac.joins(HOME);
    mac.plugsIn(OFFICE);
    expect(reason(mac, "delete default 203.0.113.77")).toBe("");
    expect(rowsOf(mac).filter((row) => row.startsWith("default"))).toEqual(["default 192.168.1.1 UGScIg en0"]);
  });

  macTest("finds a host row by -host alone, and a net row of one address by -net alone", ({ mac }) => {
    mac.joins(HOME);
    route(mac, `add -host ${SERVER} 192.168.1.1`);
    expect(reason(mac, `delete -net ${SERVER}/32`)).toBe("not in table");
    expect(reason(mac, `delete -host ${SERVER}`)).toBe("");
    route(mac, "add -net 10.0.0.0/8 192.168.1.1");
    expect(reason(mac, "delete -host 10.0.0.1")).toBe("not in table");
    // The first leaf of the address, whatever its mask.
    expect(reason(mac, "delete -host 10.0.0.0")).toBe("");
    expect(rowsOf(mac).some((row) => row.startsWith("10 "))).toBe(false);
  });

  macTest("does not find a scoped row without its scope", ({ mac }) => {
    mac.joins(HOME);
    route(mac, `add -ifscope en0 -host ${SERVER} 192.168.1.1`);
    expect(reason(mac, `delete -host ${SERVER}`)).toBe("not in table");
    expect(reason(mac, `delete -ifscope en0 -host ${SERVER}`)).toBe("");
  });

  macTest("reads 222.66.117 as 222.66.0.117, and 222.66.117/24 as a network", ({ mac }) => {
    mac.joins(HOME);
    route(mac, "add -net 222.66.117/24 192.168.1.1");
    expect(reason(mac, "delete -host 222.66.117")).toBe("not in table");
    expect(reason(mac, "delete -net 222.66.117.0/24")).toBe("");
  });

  macTest("takes a next hop that is on no network as long as the default leads to it", ({ mac }) => {
    mac.joins(HOTSPOT);
    expect(reason(mac, `add -host ${SERVER} 10.51.0.1`)).toBe("");
    expect(mac.kernel.table.rows().find(({ gateway }) => gateway === "10.51.0.1")).toMatchObject({
      interface: "en0",
      source: HOTSPOT.address,
    });
    expect(connectTo(SERVER, mac)).toBe("No route to host");
    mac.leaves();
    expect(reason(mac, "add -host 203.0.113.10 10.51.0.1")).toBe("Network is unreachable");
  });

  macTest("keeps a pin with its old source when the address changes while the interface stays up", ({ mac }) => {
    mac.joins(CAMPUS);
    route(mac, `add -host ${SERVER} 10.51.0.1`);
    expect(connectTo(SERVER, mac)).toBe("reached");
    mac.joins(HOTSPOT);
    expect(mac.kernel.table.rows().find(({ gateway }) => gateway === "10.51.0.1")).toMatchObject({
      source: CAMPUS.address,
    });
    expect(connectTo(SERVER, mac)).toBe("Can't assign requested address");
    mac.joins(CAMPUS);
    expect(connectTo(SERVER, mac)).toBe("reached");
  });

  macTest("loses the pin when the interface goes down, but not one whose source went before", ({ mac }) => {
    mac.joins(CAMPUS);
    route(mac, `add -host ${SERVER} 10.51.0.1`);
    mac.joins(HOTSPOT);
    route(mac, "add -host 203.0.113.10 172.20.10.1");
    mac.turnsWifiOff();
    expect(rowsOf(mac).filter((row) => row.startsWith("203.0.113"))).toEqual([`${SERVER} 10.51.0.1 UGHS en0`]);
  });

  macTest("loses every row of an interface that goes away", ({ mac }) => {
    mac.joins(HOME);
    mac.plugsIn(OFFICE);
    route(mac, `add -host ${SERVER} 10.20.4.1`);
    mac.unplugs();
    expect(rowsOf(mac)).toContain(`${SERVER} 10.20.4.1 UGHS en7`);
    mac.removesAdapter();
    expect(rowsOf(mac).filter((row) => row.endsWith("en7"))).toEqual([]);
  });

  macTest("changes next hop, interface and source of a row by one request", ({ mac }) => {
    mac.joins(CAMPUS);
    route(mac, `add -host ${SERVER} 10.51.0.1`);
    mac.joins(HOTSPOT);
    expect(reason(mac, `change -host ${SERVER} 172.20.10.1`)).toBe("");
    expect(connectTo(SERVER, mac)).toBe("reached");
    expect(reason(mac, "change -net 203.0.113.0/24 172.20.10.1")).toBe("not in table");
  });

  macTest("answers a loop at once, and nothing at all without a row", ({ mac }) => {
    mac.joins(HOME);
    expect(reason(mac, `add -host ${SERVER} ${SERVER}`)).toBe("Can't assign requested address");
    mac.leaves();
    expect(connectTo(SERVER, mac)).toBe("Network is unreachable");
  });
});

describe("the system's own agent", () => {
  macTest("hands the default to the next service, and back", ({ mac }) => {
    mac.joins(HOME);
    const alone = rowsOf(mac);
    mac.plugsIn(OFFICE);
    expect(rowsOf(mac)).toContain("default 10.20.4.1 UGScg en7");
    mac.unplugs();
    expect(rowsOf(mac)).toEqual(alone);
  });

  macTest("does not miss the default that somebody else deleted, until the lease changes", ({ mac }) => {
    mac.joins(HOME);
    route(mac, "delete default");
    mac.configd.settle();
    expect(rowsOf(mac).some((row) => row.startsWith("default"))).toBe(false);
    mac.leaves();
    mac.joins(HOME);
    expect(rowsOf(mac)).toContain("default 192.168.1.1 UGScg en0");
  });
});
