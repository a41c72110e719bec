import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../shared/network/address.ts";
import { prefixTable } from "../../../shared/network/prefix-table.ts";
import { parsePrefix } from "../../../shared/network/prefix.ts";

const table = (...texts: string[]) =>
  prefixTable(texts, (text) => {
    const prefix = parsePrefix(text);
    if (prefix === null) throw new Error(`${text} is no prefix`);
    return prefix;
  });

function matches(texts: string[], address: string): string[] {
  const parsed = parseAddress(address);
  if (parsed === null) throw new Error(`${address} is no address`);
  return table(...texts).matches(parsed);
}

describe("a table of prefixes", () => {
  it("gives the longest prefix first, down to the default", () => {
    const all = ["0.0.0.0/0", "10.20.4.0/22", "10.0.0.0/8", "10.20.4.7/32", "10.30.0.0/16"];
    expect(matches(all, "10.20.4.7")).toEqual(["10.20.4.7/32", "10.20.4.0/22", "10.0.0.0/8", "0.0.0.0/0"]);
  });

  it("keeps equal prefixes in the order in which they came", () => {
    const two = prefixTable([1, 2], () => ({ family: "inet", value: 0n, length: 0, zone: null }));
    expect(two.matches({ family: "inet", value: 7n, zone: null })).toEqual([1, 2]);
  });

  it("answers for each family apart, and with nothing when empty", () => {
    expect(matches(["0.0.0.0/0"], "2001:db8::1")).toEqual([]);
    expect(matches([], "10.0.0.1")).toEqual([]);
  });
});
