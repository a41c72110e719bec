import { describe, expect, it } from "vitest";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const hints = (source: string, text: string) => observedValue(readOutput(source, text).routerHints);
const dhcp = (router: string) => ({ interface: "en0", router, origin: "dhcp" });

describe("the router that the system knows of", () => {
  it("is the answer of ipconfig getoption, which can be empty", () => {
    expect(hints("ipconfig getoption en0 router", "172.20.10.1\n")).toEqual([dhcp("172.20.10.1")]);
    expect(hints("ipconfig getoption en0 router", "")).toEqual([]);
    expect(refusalOf("ipconfig getoption en0 router", "get option failed\n")).toBe("1: bad-router");
  });

  it("is read from ipconfig getsummary, but not from the packet inside it", () => {
    const text =
      "<dictionary> {\n  Packet : op = BOOTREPLY\nRouter : 10.9.9.9\nrouter (ip_mult): {10.9.9.9}\n  Router : 172.20.10.1\n}\n";
    expect(hints("ipconfig getsummary en0", text)).toEqual([dhcp("172.20.10.1")]);
    expect(refusalOf("ipconfig getsummary en0", "nonsense\n")).toBe("1: not-a-summary");
  });

  it("is in the dynamic store, when there is a primary service", () => {
    const key = "scutil show State:/Network/Global/IPv4";
    const text = "<dictionary> {\n  PrimaryInterface : en0\n  PrimaryService : X\n  Router : 172.20.10.1\n}\n";
    expect(hints(key, text)).toEqual([{ interface: "en0", router: "172.20.10.1", origin: "dynamic-store" }]);
    expect(hints(key, "  No such key\n")).toEqual([]);
    expect(hints(key, "<dictionary> {\n  PrimaryInterface : utun3\n}\n")).toEqual([]);
    expect(refusalOf(key, text.replace("172.20.10.1", "router.lan"))).toBe("0: bad-router");
  });

  it("is told by networksetup -getinfo for a service", () => {
    const text =
      "DHCP Configuration\nIP address: 172.20.10.2\nRouter: 172.20.10.1\nClient ID: \nIPv6: Automatic\nIPv6 Router: none\n";
    expect(hints("networksetup -getinfo Wi-Fi", text)).toEqual([
      { interface: "Wi-Fi", router: "172.20.10.1", origin: "network-service" },
    ]);
    expect(refusalOf("networksetup -getinfo Wlan", "Wlan is not a recognized network service.\n")).toBe("1: bad-line");
  });
});

describe("networksetup -listnetworkserviceorder", () => {
  it("ties services to interfaces, with brackets and commas in names, without VPNs", () => {
    const text = `An asterisk (*) denotes that a network service is disabled.
(1) USB (office, 2nd floor)
(Hardware Port: USB 10/100/1000 LAN, Device: en7)

(*) 无线 (5 GHz)
(Hardware Port: Wi-Fi, Device: en0)

(3) Office VPN
(Hardware Port: L2TP, Device: )
`;
    expect(readOutput("networksetup -listnetworkserviceorder", text).networkServices).toEqual([
      { name: "USB (office, 2nd floor)", interface: "en7" },
      { name: "无线 (5 GHz)", interface: "en0" },
    ]);
    expect(refusalOf("networksetup -listnetworkserviceorder", "nonsense\n")).toBe("1: bad-line");
  });
});

describe("outputs that add nothing", () => {
  it.each([
    "route -n get default",
    "route -n monitor",
    "pfctl -a anchor -F all",
    "scutil --nwi",
    "scutil list State:/Network/Service/.*/DNS",
  ])("%s is known", (source) => {
    expect(readOutput(source, "anything\n")).toEqual({});
  });
});
