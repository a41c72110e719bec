import { describe, expect, it } from "vitest";
import { canonicalAddress, formatAddress, parseAddress } from "../../../shared/network/address.ts";

describe("an address", () => {
  it.each([
    ["10.0.0.1", 0x0a000001n],
    ["255.255.255.255", 0xffffffffn],
    ["0.0.0.0", 0n],
    ["222.66.117.109", 0xde42756dn],
  ])("%s is read as its number", (text, value) => {
    expect(parseAddress(text)).toEqual({ family: "inet", value, zone: null });
  });

  // BSD tools read these as something; what, differs from tool to tool (`222.66.117` is 222.66.0.117 to route(8)).
  it.each(["10.8", "222.66.117", "127", "224.0.0", "10.0.2/24", "default", ""])(
    "%j is none, for it is short",
    (text) => {
      expect(parseAddress(text)).toBeNull();
    },
  );

  it.each([
    "010.0.0.1",
    "10.0.0.01",
    "0x0a.0.0.1",
    "256.1.1.1",
    "1.2.3.4.5",
    "1..2.3",
    "-1.2.3.4",
    "1.2.3.4 ",
    " 1.2.3.4",
  ])("%j is none, for other readers would understand another address", (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it.each(["12345::", "1::2::3", ":::", "fe80::1%", "::1/128", "1:2:3:4:5:6:7:8:9", "fe80::g", "fe80::%en0/64"])(
    "%j is no IPv6 address",
    (text) => {
      expect(parseAddress(text)).toBeNull();
    },
  );

  it("keeps the zone of a link-local address apart from its number", () => {
    expect(parseAddress("fe80::1%en0")).toEqual({
      family: "inet6",
      value: 0xfe80_0000_0000_0000_0000_0000_0000_0001n,
      zone: "en0",
    });
    expect(parseAddress("fe80::1")?.value).toBe(parseAddress("fe80::1%utun3")?.value);
  });

  it.each([
    ["2001:0DB8:0:0:0:0:0:1", "2001:db8::1"],
    ["2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1"],
    ["fe80:0::1%en0", "fe80::1%en0"],
    ["::1.2.3.4", "::102:304"],
    ["0:0:0:0:0:0:0:0", "::"],
    ["10.0.0.1", "10.0.0.1"],
  ])("%s is written as %s", (text, canonical) => {
    expect(canonicalAddress(text)).toBe(canonical);
  });

  it("is written back from its number", () => {
    expect(formatAddress({ family: "inet", value: 0xac140a01n, zone: null })).toBe("172.20.10.1");
  });
});
