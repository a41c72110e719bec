import { describe, expect, it } from "vitest";
import { newRoute } from "../../../shared/snapshot/new-route.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { darwinRoute } from "../../support/example-route.ts";

const pin = darwinRoute();

describe("the key of a row", () => {
  const different: Partial<Route>[] = [
    { family: "inet6" },
    { destination: "222.66.117.110/32" },
    { table: "52" },
    { scoped: true },
    { host: false },
    { metric: 100 },
    { gateway: "172.20.10.1" },
    { interface: "en7" },
    { source: "10.51.23.7" },
    { type: "blackhole" },
    { protocol: "static" },
    { scope: "link" },
  ];

  it.each(different)("tells rows apart by %j", (change) => {
    expect(routeKey({ ...pin, ...change })).not.toBe(routeKey(pin));
  });

  it("does not depend on what only describes the moment", () => {
    expect(routeKey({ ...pin, flags: ["U"], linkAddress: "a2:1d:47:c0:3b:9e" })).toBe(routeKey(pin));
  });
});

describe("a new row", () => {
  it("is a plain one of table main, with nothing that nobody asked for", () => {
    expect(
      newRoute({
        family: "inet",
        destination: "203.0.113.9/32",
        gateway: "192.168.1.1",
        interface: "wlan0",
        host: true,
      }),
    ).toMatchObject({
      type: "unicast",
      table: "main",
      metric: null,
      source: null,
      scoped: false,
      unmodelled: [],
    });
  });
});
