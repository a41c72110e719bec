import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableOutput } from "../../shared/capture/contribution.ts";
import { ipRoute } from "../../shared/capture/ip-route.ts";
import { parseSource } from "../../shared/capture/source.ts";
import { addressBits, formatAddress } from "../../shared/network/address.ts";
import type { Family } from "../../shared/network/address.ts";
import { formatPrefix, prefixOf } from "../../shared/network/prefix.ts";
import { RouteType } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { printIpRoutes } from "../support/ip-route-printer.ts";
import { observedValue } from "../support/observed-value.ts";

const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? (process.env["HOLDFAST_LONG"] === "1" ? 100_000 : 2_000));

const value = (family: Family) => fc.bigInt({ min: 0n, max: (1n << BigInt(addressBits(family))) - 1n });
const address = (family: Family) => value(family).map((bits) => formatAddress({ family, value: bits, zone: null }));
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const words = (...names: string[]) => fc.constantFrom(...names);

function route(family: Family): fc.Arbitrary<Route> {
  const bits = addressBits(family);
  const isInet = family === "inet";
  return fc
    .record({
      base: value(family),
      length: fc.oneof(fc.nat(bits), fc.constantFrom(0, bits)),
      gateway: fc.oneof(fc.constant("link"), address(family)),
      interface: orNull(words("eth0", "wlan0", "tun0", "br-5c1e0f2a9d7b")),
      type: fc.constantFrom(...RouteType.options),
      source: orNull(address(family)),
      table: words("main", "local", "52", "51820"),
      // The kernel always names the priority of an IPv6 row.
      metric: isInet ? orNull(fc.nat(2 ** 32 - 1)) : fc.nat(2 ** 32 - 1),
      protocol: orNull(words("kernel", "dhcp", "static", "bird", "186")),
      scope: orNull(words("link", "host", "global")),
      flags: fc.subarray(["onlink", "linkdown", "dead", "offload"]),
      metrics: fc.dictionary(words("mtu", "advmss", "initcwnd"), fc.nat(9000), { noNullPrototype: true }),
      preference: isInet ? fc.constant(null) : words("low", "medium", "high"),
      unmodelled: fc.subarray(["expires", "nhid", "tos", "encap"]),
    })
    .map(({ base, length, ...rest }) => ({
      ...rest,
      family,
      destination: formatPrefix(prefixOf({ family, value: base, zone: null }, length)),
      host: length === bits,
      scoped: false,
      linkAddress: null,
      multipath: false,
    }));
}

const tables = fc.tuple(fc.array(route("inet"), { maxLength: 12 }), fc.array(route("inet6"), { maxLength: 12 }));
const read = (source: string, text: string) => ipRoute.parse(text, parseSource(source));

describe("ip -j route", () => {
  it("gives back every table that it printed, both families mixed or apart", () => {
    fc.assert(
      fc.property(tables, ([inet, inet6]) => {
        const mixed = read("ip -j route show table all", printIpRoutes([...inet, ...inet6]));
        expect(observedValue(mixed.inetRoutes)).toEqual(inet);
        expect(observedValue(mixed.inet6Routes)).toEqual(inet6);
        expect(observedValue(read("ip -4 -j route show table all", printIpRoutes(inet)).inetRoutes)).toEqual(inet);
        expect(observedValue(read("ip -6 -j route show table all", printIpRoutes(inet6)).inet6Routes)).toEqual(inet6);
      }),
      { numRuns },
    );
  });

  it("refuses every table that was cut off", () => {
    fc.assert(
      fc.property(tables, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), ([inet, inet6], where) => {
        const text = printIpRoutes([...inet, ...inet6]);
        const cut = text.slice(0, Math.floor(text.length * where));
        expect(() => read("ip -j route show table all", cut)).toThrow(UnreadableOutput);
      }),
      { numRuns },
    );
  });

  it("reads or refuses any JSON, and never fails otherwise", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          read("ip -j route show table all", text);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableOutput);
        }
      }),
      { numRuns },
    );
  });
});
