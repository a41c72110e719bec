import { describe, expect, it } from "vitest";
import type { Family } from "../../../shared/network/address.ts";
import { parseBsdHost, parseBsdNetwork } from "../../../shared/network/bsd-destination.ts";
import { canonicalLinkAddress } from "../../../shared/network/link-address.ts";
import { formatPrefix } from "../../../shared/network/prefix.ts";

function network(text: string, family: Family = "inet"): string | null {
  const prefix = parseBsdNetwork(text, family);
  return prefix === null ? null : formatPrefix(prefix);
}

function host(text: string, family: Family = "inet"): string | null {
  const prefix = parseBsdHost(text, family);
  return prefix === null ? null : formatPrefix(prefix);
}

describe("networks as BSD netstat prints them", () => {
  it.each([
    ["default", "0.0.0.0/0"],
    ["0/1", "0.0.0.0/1"],
    ["1", "1.0.0.0/8"],
    ["10", "10.0.0.0/8"],
    ["10.8/24", "10.8.0.0/24"],
    ["100/10", "100.0.0.0/10"],
    ["100.64/10", "100.64.0.0/10"],
    ["127", "127.0.0.0/8"],
    ["128.0/1", "128.0.0.0/1"],
    ["169.254", "169.254.0.0/16"],
    ["172.30", "172.30.0.0/16"],
    ["59.78.176/20", "59.78.176.0/20"],
    ["192.168.1", "192.168.1.0/24"],
    ["222.66.117", "222.66.117.0/24"],
    ["224.0.0", "224.0.0.0/24"],
    ["224.0.0/4", "224.0.0.0/4"],
    ["240.0.0/10", "240.0.0.0/10"],
    ["172.20.10.1/32", "172.20.10.1/32"],
  ])("%s is %s", (text, cidr) => {
    expect(network(text)).toBe(cidr);
  });

  it.each([
    ["10.8", "class A without a mask has one octet"],
    ["172", "class B without a mask has two octets"],
    ["192.168", "class C without a mask has three octets"],
    ["222.66.117.109", "four octets without a mask are a host"],
    ["10&0xff00ff00", "a mask with gaps"],
    ["10.8.0.1/24", "host bits are set"],
    ["10.8/33", "longer than an address"],
    ["256", "no octet"],
    ["010.8/24", "a leading zero"],
    ["10.8.", "cut"],
    ["fritz.box/32", "a name"],
    ["", "nothing"],
  ])("%s is refused: %s", (text) => {
    expect(network(text)).toBeNull();
  });

  it.each([
    ["default", "::/0"],
    ["::/1", "::/1"],
    ["8000::/1", "8000::/1"],
    ["fe80::%en0/64", "fe80::%en0/64"],
    ["ff01::%lo0/32", "ff01::%lo0/32"],
    ["2001:db8:1:2::/64", "2001:db8:1:2::/64"],
  ])("%s is %s for IPv6", (text, cidr) => {
    expect(network(text, "inet6")).toBe(cidr);
  });

  it("keeps the families apart", () => {
    expect(network("10.8/24", "inet6")).toBeNull();
    expect(network("fe80::/64", "inet")).toBeNull();
    expect(host("10.8.0.1", "inet6")).toBeNull();
  });
});

describe("hosts as BSD netstat prints them", () => {
  it("are one address with all its bits", () => {
    expect(host("222.66.117.109")).toBe("222.66.117.109/32");
    expect(host("fe80::1%en0", "inet6")).toBe("fe80::1%en0/128");
  });

  it("read `default` as the unspecified address, never as the default route", () => {
    expect(host("default")).toBe("0.0.0.0/32");
    expect(host("default", "inet6")).toBe("::/128");
  });

  it("refuse short forms, which other tools read as other addresses", () => {
    expect(host("222.66.117")).toBeNull();
    expect(host("10/8")).toBeNull();
  });
});

describe("link addresses", () => {
  it.each([
    ["1:0:5e:0:0:fb", "01:00:5e:00:00:fb"],
    ["c6:52:4F:cc:a7:64", "c6:52:4f:cc:a7:64"],
    ["ff.ff.ff.ff.ff.ff", "ff:ff:ff:ff:ff:ff"],
    ["52.54.0.6a.e1.2b", "52:54:00:6a:e1:2b"],
  ])("%s is %s", (text, canonical) => {
    expect(canonicalLinkAddress(text)).toBe(canonical);
  });

  it.each(["10.51.0.1", "::1", "1:2:3:4:5", "1:2:3:4:5:6:7:8", "1:2.3:4:5:6", "link#16", "utun6"])(
    "%s is none",
    (text) => {
      expect(canonicalLinkAddress(text)).toBeNull();
    },
  );
});
