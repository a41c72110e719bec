import { describe, expect, it } from "vitest";
import { findRoute, isInPlace, occupantsOf } from "../../../shared/repair/route-match.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";

describe("findRoute", () => {
  it("finds the one row that equals the selector and no row that differs in one identifying field", () => {
    const row = linuxRoute();
    const others = [
      linuxRoute({ gateway: "198.51.100.129" }),
      linuxRoute({ interface: "eth0" }),
      linuxRoute({ metric: 100 }),
      linuxRoute({ table: "52" }),
      linuxRoute({ protocol: "static" }),
      linuxRoute({ source: "198.51.100.2" }),
      linuxRoute({ destination: "203.0.113.8/32" }),
    ];
    expect(findRoute(linuxRoute(), [...others, row])).toEqual([row]);
    expect(findRoute(linuxRoute(), others)).toEqual([]);
  });

  it("takes the unprinted IPv6 metric for 1024, as the kernel does", () => {
    const selector = linuxRoute({ family: "inet6", destination: "2001:db8::9/128", gateway: "fe80::1" });
    const row = { ...selector, metric: 1024 };
    expect(findRoute(selector, [row])).toEqual([row]);
  });

  it("does not look at flags, which change with the state of the link", () => {
    const row = linuxRoute({ flags: ["linkdown"] });
    expect(findRoute(linuxRoute(), [row])).toEqual([row]);
  });
});

describe("occupantsOf", () => {
  it("on Linux sees another next hop with the same metric in the same place, and another metric elsewhere", () => {
    const rival = linuxRoute({ gateway: "198.51.100.129" });
    const elsewhere = linuxRoute({ metric: 100 });
    expect(occupantsOf(linuxRoute(), [rival, elsewhere], "linux")).toEqual([rival]);
  });

  it("on Darwin sees any row of that destination and scope, and a scoped row or a net row elsewhere", () => {
    const rival = darwinRoute({ gateway: "172.20.10.1" });
    const scoped = darwinRoute({ scoped: true });
    const net = darwinRoute({ host: false });
    expect(occupantsOf(darwinRoute(), [rival, scoped, net], "darwin")).toEqual([rival]);
  });
});

describe("isInPlace", () => {
  it("holds for the row alone in its place and not when another shares it", () => {
    const row = darwinRoute({ source: "172.20.10.2" });
    expect(isInPlace(darwinRoute(), [row], "darwin")).toBe(true);
    expect(isInPlace(darwinRoute({ source: "10.51.0.9" }), [row], "darwin")).toBe(false);
    expect(isInPlace(darwinRoute(), [row, darwinRoute({ gateway: "172.20.10.1" })], "darwin")).toBe(false);
    expect(isInPlace(darwinRoute(), [], "darwin")).toBe(false);
  });
});
