import { describe, expect, it } from "vitest";
import type { Address } from "../../../shared/network/address.ts";
import { parseAddress } from "../../../shared/network/address.ts";
import type { Prefix } from "../../../shared/network/prefix.ts";
import { formatPrefix, maskValue, parsePrefix, prefixContains, prefixCovers } from "../../../shared/network/prefix.ts";

function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if (parsed === null) throw new Error(`${text} is no prefix`);
  return parsed;
}

function address(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(`${text} is no address`);
  return parsed;
}

describe("a prefix", () => {
  it.each(["10.0.0.0/8", "0.0.0.0/0", "172.20.10.0/28", "222.66.117.109/32", "::/0", "2001:db8::/32", "fe80::%en0/64"])(
    "%s is read and written back",
    (text) => {
      expect(formatPrefix(prefix(text))).toBe(text);
    },
  );

  it.each([
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/1e1",
    "10.0.0.0/08",
    "10.0.0.0/",
    "10.0.0.0",
    "::/129",
    "10.8/16",
    "224.0.0/4",
  ])("%s is none", (text) => {
    expect(parsePrefix(text)).toBeNull();
  });

  it("with bits behind its length is none: which network is meant would be a guess", () => {
    expect(parsePrefix("10.0.0.1/8")).toBeNull();
    expect(parsePrefix("2001:db8::1/64")).toBeNull();
  });

  it.each([
    ["172.20.10.0/28", "172.20.10.15", true],
    ["172.20.10.0/28", "172.20.10.16", false],
    ["0.0.0.0/0", "255.255.255.255", true],
    ["::/0", "10.0.0.1", false],
    ["fe80::%en0/64", "fe80::1%en0", true],
    ["fe80::%en0/64", "fe80::1%en1", false],
    ["fe80::/10", "fe80::1%en1", true],
  ])("%s contains %s: %s", (network, text, expected) => {
    expect(prefixContains(prefix(network), address(text))).toBe(expected);
  });

  it("covers itself and what lies in it, never what it lies in", () => {
    expect(prefixCovers(prefix("10.0.0.0/8"), prefix("10.20.0.0/16"))).toBe(true);
    expect(prefixCovers(prefix("10.0.0.0/8"), prefix("10.0.0.0/8"))).toBe(true);
    expect(prefixCovers(prefix("10.20.0.0/16"), prefix("10.0.0.0/8"))).toBe(false);
  });

  it("longer than its family allows is a mistake of the program", () => {
    expect(() => maskValue("inet", 0n, 33)).toThrow(RangeError);
  });
});
