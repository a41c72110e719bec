import fc from "fast-check";
import { Address4, Address6 } from "ip-address";
import { describe, expect, it } from "vitest";
import { formatAddress, parseAddress } from "../../shared/network/address.ts";
import { prefixTable } from "../../shared/network/prefix-table.ts";
import { formatPrefix, parsePrefix, prefixContains, prefixOf } from "../../shared/network/prefix.ts";
import type { Prefix } from "../../shared/network/prefix.ts";

const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? (process.env["HOLDFAST_LONG"] === "1" ? 100_000 : 2_000));

const inet = fc
  .integer({ min: 0, max: 0xffff_ffff })
  .map((value) => ({ family: "inet" as const, value: BigInt(value), zone: null }));
const inet6 = fc
  .bigInt({ min: 0n, max: (1n << 128n) - 1n })
  .map((value) => ({ family: "inet6" as const, value, zone: null }));
/** Prefixes close to each other, so that they overlap. */
const prefixes = fc
  .record({ value: fc.integer({ min: 0, max: 0x3ff }), length: fc.integer({ min: 0, max: 32 }) })
  .map(({ value, length }) => prefixOf({ family: "inet", value: BigInt(value) << 20n, zone: null }, length));

describe("addresses", () => {
  it("come back from their text, as the library reads it too", () => {
    const check = (address: Parameters<typeof formatAddress>[0]) => {
      const text = formatAddress(address);
      expect(parseAddress(text)).toEqual(address);
      const oracle = address.family === "inet" ? new Address4(text) : new Address6(text);
      expect(oracle.bigInt()).toBe(address.value);
      expect(oracle.correctForm()).toBe(text);
    };
    fc.assert(fc.property(fc.oneof(inet, inet6), check), { numRuns });
  });

  it("are never read where the library refuses, nor as another address", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.ipV4(),
      fc.ipV6(),
      fc.ipV4Extended(),
      fc.stringMatching(/^[0-9.]{1,16}$/),
      fc.stringMatching(/^[0-9a-f:]{1,40}$/),
    );
    const check = (text: string) => {
      const address = parseAddress(text);
      if (address === null || text.includes("%")) return;
      const oracle = address.family === "inet" ? new Address4(text) : new Address6(text);
      expect(oracle.bigInt()).toBe(address.value);
    };
    fc.assert(fc.property(texts, check), { numRuns });
  });
});

describe("IPv6 addresses", () => {
  it("are read in every form that the library reads", () => {
    const forms = fc.oneof(
      fc.ipV6(),
      fc.stringMatching(/^(?:[0-9a-fA-F]{1,4}:{1,2}){1,8}(?:[0-9a-f]{1,4}|1\.2\.3\.4)?$/),
    );
    const check = (text: string) => {
      expect(parseAddress(text) !== null, text).toBe(Address6.isValid(text));
    };
    fc.assert(fc.property(forms, check), { numRuns });
  });
});

describe("prefixes", () => {
  it("contain an address exactly where the library says so", () => {
    const check = (address: { value: bigint }, length: number, other: { value: bigint }) => {
      const prefix = prefixOf({ family: "inet", value: address.value, zone: null }, length);
      const inside = { family: "inet" as const, value: other.value, zone: null };
      const oracle = new Address4(formatAddress(inside)).isInSubnet(new Address4(formatPrefix(prefix)));
      expect(prefixContains(prefix, inside)).toBe(oracle);
      expect(parsePrefix(formatPrefix(prefix))).toEqual(prefix);
    };
    fc.assert(fc.property(inet, fc.integer({ min: 0, max: 32 }), inet, check), { numRuns });
  });

  it("are found in a table as by looking at each one", () => {
    const check = (list: Prefix[], address: { family: "inet"; value: bigint; zone: null }) => {
      const expected = list.filter((prefix) => prefixContains(prefix, address)).toSorted((a, b) => b.length - a.length);
      expect(prefixTable(list, (prefix) => prefix).matches(address)).toEqual(expected);
    };
    const near = fc
      .integer({ min: 0, max: 0x3fff_ffff })
      .map((value) => ({ family: "inet" as const, value: BigInt(value), zone: null }));
    fc.assert(fc.property(fc.array(prefixes, { maxLength: 40 }), near, check), { numRuns });
  });
});
