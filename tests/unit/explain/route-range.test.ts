import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeOf } from "../../../shared/explain/route-range.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { formatAddress, parseAddress } from "../../../shared/network/address.ts";
import { formatPrefix, prefixContains, prefixOf } from "../../../shared/network/prefix.ts";
import { destinationOf } from "../../../shared/network/route-prefix.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { linuxRoute } from "../../support/example-route.ts";
import { snapshotOfMachine } from "../../support/machine.ts";

const to = (destination: string, changes: Partial<Route> = {}) =>
  linuxRoute({ destination, family: destination.includes(":") ? "inet6" : "inet", host: false, ...changes });
const rangeAmong = (route: Route, others: readonly Route[] = []) =>
  rangeOf(factsOf(snapshotOfMachine("linux", { routes: [route, ...others] }), EMPTY_HISTORY), route);

describe("the addresses that a route catches", () => {
  it.each([
    ["222.66.117.109/32", "222.66.117.109", "222.66.117.109", { code: "one", args: {} }],
    ["172.20.10.0/28", "172.20.10.0", "172.20.10.15", { code: "number", args: { count: 16 } }],
    ["202.120.80.0/20", "202.120.80.0", "202.120.95.255", { code: "number", args: { count: 4096 } }],
    ["128.0.0.0/1", "128.0.0.0", "255.255.255.255", { code: "half-inet", args: {} }],
    ["0.0.0.0/0", "0.0.0.0", "255.255.255.255", { code: "all-inet", args: {} }],
    ["2001:db8::/64", "2001:db8::", "2001:db8::ffff:ffff:ffff:ffff", { code: "power", args: { bits: 64 } }],
    ["2001:db8::/126", "2001:db8::", "2001:db8::3", { code: "number", args: { count: 4 } }],
    ["fe80::%eth0/64", "fe80::", "fe80::ffff:ffff:ffff:ffff", { code: "power", args: { bits: 64 } }],
    ["::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", { code: "all-inet6", args: {} }],
  ])("%s: %s to %s", (destination, first, last, size) => {
    expect(rangeAmong(to(destination))).toMatchObject({ first, last, size });
  });

  it("are shared with more specific rows of the same table, the widest first, and with no others", () => {
    const wide = to("10.0.0.0/8");
    const inside = [to("10.20.4.0/22"), to("10.20.0.0/16"), to("10.255.255.255/32", { host: true })];
    const outside = [
      to("11.0.0.0/8"),
      to("10.0.0.0/8", { metric: 5 }),
      to("0.0.0.0/0"),
      to("10.1.0.0/16", { table: "52" }),
      to("10.2.0.0/16", { scoped: true }),
      to("10.3.0.0/32", { flags: ["W"] }),
    ];
    const { exceptions, exceptionCount } = rangeAmong(wide, [...inside, ...outside]);
    expect(exceptions.map(({ destination }) => destination)).toEqual([
      "10.20.0.0/16",
      "10.20.4.0/22",
      "10.255.255.255/32",
    ]);
    expect(exceptionCount).toBe(3);
  });

  it("name a few exceptions and count all", () => {
    const many = Array.from({ length: 300 }, (_, index) => to(`10.${index % 250}.${Math.floor(index / 250)}.0/24`));
    const { exceptions, exceptionCount } = rangeAmong(to("10.0.0.0/8"), many);
    expect(exceptions).toHaveLength(8);
    expect(exceptionCount).toBe(300);
  });

  it("agree with the prefix, whatever the table", () => {
    const prefix = fc
      .tuple(fc.bigInt(0n, 2n ** 32n - 1n), fc.integer({ min: 0, max: 32 }))
      .map(([value, length]) => formatPrefix(prefixOf({ family: "inet", value, zone: null }, length)));
    fc.assert(
      fc.property(prefix, fc.uniqueArray(prefix, { maxLength: 12 }), (own, others) => {
        const route = to(own);
        const { first, last, exceptionCount } = rangeAmong(
          route,
          others.filter((other) => other !== own).map((other) => to(other)),
        );
        const range = destinationOf(route);
        const [low, high] = [parseAddress(first), parseAddress(last)];
        if (low === null || high === null) throw new Error("no address");
        expect(prefixContains(range, low) && prefixContains(range, high)).toBe(true);
        for (const beyond of [low.value - 1n, high.value + 1n].filter((value) => value >= 0n && value < 2n ** 32n)) {
          expect(prefixContains(range, { ...low, value: beyond }), formatAddress({ ...low, value: beyond })).toBe(
            false,
          );
        }
        const inside = others.filter((other) => {
          const given = destinationOf(to(other));
          return given.length > range.length && prefixContains(range, given);
        });
        expect(exceptionCount).toBe(inside.length);
      }),
    );
  });
});
