import { describe, expect, it } from "vitest";
import { tunnelsConflict } from "../../../../shared/health/rules/tunnels-conflict.ts";
import { judgeBy } from "../../../support/judge-rule.ts";
import { HOME, HOTSPOT, intoTun, intoUtun } from "../../../support/machine-rows.ts";
import { KERNEL_RULES, rule, tunnel } from "../../../support/machine.ts";

const two = [tunnel("utun6", ["172.20.151.1/32"]), tunnel("utun7", ["10.8.0.6/32"])];
const shared = (six: string[], seven: string[]) =>
  judgeBy(tunnelsConflict, "darwin", {
    interfaces: two,
    routes: [
      ...HOTSPOT,
      ...six.map((text) => intoUtun(text, "utun6")),
      ...seven.map((text) => intoUtun(text, "utun7")),
    ],
  }).map(({ args }) => args["prefixes"]);

describe("two tunnels contend", () => {
  it("for equal and for nested networks", () => {
    expect(shared(["10.20.0.0/16"], ["10.20.4.0/22"])).toEqual([["10.20.4.0/22"]]);
    expect(shared(["10.20.0.0/16"], ["10.20.0.0/16"])).toEqual([["10.20.0.0/16"]]);
  });

  it("for the default, in whatever form each takes it", () => {
    expect(shared(["0.0.0.0/1"], ["128.0.0.0/1"])).toEqual([["0.0.0.0/0"]]);
    expect(shared(["0.0.0.0/0"], ["8.0.0.0/7", "64.0.0.0/2"])).toEqual([["0.0.0.0/0"]]);
  });

  it("not when one takes everything and the other its own networks: so overlays are meant", () => {
    expect(shared(["0.0.0.0/0"], ["59.78.176.0/20"])).toEqual([]);
    expect(
      shared(["0.0.0.0/5", "32.0.0.0/3", "128.0.0.0/1", "162.160.0.0/11"], ["59.78.176.0/20", "162.160.4.0/22"]),
    ).toEqual([]);
  });

  it("for a private network that the wide one also names", () => {
    expect(shared(["0.0.0.0/0", "10.20.0.0/16"], ["10.20.4.0/22"])).toEqual([["10.20.4.0/22"]]);
  });

  it("not for different networks or single addresses", () => {
    expect(shared(["10.20.0.0/16"], ["10.21.0.0/16"])).toEqual([]);
    expect(shared(["10.20.0.1/32"], ["10.20.0.1/32"])).toEqual([]);
  });

  it("not with a tunnel that is gone", () => {
    const interfaces = [tunnel("tun0", ["172.20.151.1/32"])];
    const routes = [...HOME, intoTun("10.20.0.0/16"), intoTun("10.20.0.0/16", "tun9")];
    expect(judgeBy(tunnelsConflict, "linux", { interfaces, routes })).toEqual([]);
  });

  it("by the table alone on a Mac, where a utun lives as long as its owner", () => {
    const routes = [...HOTSPOT, intoUtun("0.0.0.0/1", "utun6"), intoUtun("128.0.0.0/1", "utun7")];
    expect(judgeBy(tunnelsConflict, "darwin", { routes })).toHaveLength(1);
  });

  it("across tables, where the rules lead ordinary traffic there", () => {
    const interfaces = [tunnel("tun0", ["172.20.151.1/32"]), tunnel("wg0", ["10.2.0.2/32"], { kind: "wireguard" })];
    const routes = [...HOME, intoTun("0.0.0.0/0"), { ...intoTun("0.0.0.0/0", "wg0"), table: "51820" }];
    const quick = [...KERNEL_RULES, rule(32_765, { firewallMark: "0xca6c", negated: true, table: "51820" })];
    expect(judgeBy(tunnelsConflict, "linux", { interfaces, routes, rules: quick })).toHaveLength(1);
    const marked = [...KERNEL_RULES, rule(32_765, { firewallMark: "0xca6c", table: "51820" })];
    expect(judgeBy(tunnelsConflict, "linux", { interfaces, routes, rules: marked })).toEqual([]);
  });
});
