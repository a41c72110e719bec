import { describe, expect, it } from "vitest";
import { Language } from "../../../shared/contract/settings.ts";
import { recordedCaptures } from "../../captures/recorded-captures.ts";
import { holdfastOn, strictHoldfastOn } from "../../support/holdfast-on.ts";

const LOOP = "06-reconnect-loop-stale-pin";

describe("holdfast routes ADDR", () => {
  it("names the winner, what happens then, and why each other row lost", async () => {
    const { code, out } = await holdfastOn(LOOP, "routes", "222.66.117.109", "--lang", "en");
    expect(code).toBe(1);
    expect(out).toContain("222.66.117.109/32 → 10.51.0.1 (en0)");
    expect(out).toContain("It is a stale gateway pin.");
    expect(out).toContain("222.66.117.0/24 → directly (utun6)  less specific: /24 instead of /32");
  });

  it("gives all of it to a script", async () => {
    const { out } = await holdfastOn(LOOP, "routes", "222.66.117.109", "--json");
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      address: "222.66.117.109",
      outcome: "stale-pin",
      works: "no",
      routes: [
        { destination: "222.66.117.109/32", role: "gateway-pin", finding: "gateway-pin-stale", loss: null },
        {
          destination: "222.66.117.0/24",
          role: "tunnel",
          loss: { code: "shorter-prefix", args: { length: 24, winner: 32 } },
        },
        { destination: "0.0.0.0/0", role: "default", loss: { code: "shorter-prefix" } },
      ],
    });
  });

  it("says it when no row takes the address", async () => {
    const { code, out } = await holdfastOn("88-linux-no-default-route", "routes", "198.51.100.1", "--lang", "en");
    expect(code).toBe(1);
    expect(out).toContain("No route contains 198.51.100.1");
  });

  it("exits with 2 and one line for what is no address", async () => {
    expect(await holdfastOn(LOOP, "routes", "10.8", "--lang", "en")).toEqual({
      code: 2,
      out: "",
      err: "10.8 is not an IP address.",
    });
  });
});

describe("holdfast routes --explain", () => {
  it("spells out flags, says who put the row there and how we know, and which addresses it catches", async () => {
    const { out } = await holdfastOn(LOOP, "routes", "--explain", "--lang", "en");
    expect(out).toContain("G gateway: Packets are handed to a router");
    expect(out).toContain(
      "Who put it there: openconnect (process 46988) or its script put it there, for its tunnel utun6.",
    );
    expect(out).toContain("Process 46988 holds the tunnel utun6 open.");
    expect(out).toContain("Catches: 202.120.80.0 to 202.120.95.255, 4,096 addresses");
    expect(out).toContain("Catches: 222.66.117.109 alone");
  });

  it("gives each row's explanation to a script", async () => {
    const { out } = await holdfastOn(LOOP, "routes", "--explain", "--json");
    const { routes } = JSON.parse(out);
    for (const { explanation } of routes) {
      expect(explanation).toMatchObject({ origin: { by: expect.any(String) }, range: { first: expect.any(String) } });
    }
  });
});

describe.each(Language.options)("in %s", (language) => {
  it.each(recordedCaptures().map(({ name }) => [name]))("%s has words for everything", async (name) => {
    await strictHoldfastOn(name, language, "routes", "--explain");
    for (const address of ["222.66.117.109", "10.20.0.5", "2001:db8::1"]) {
      const { out } = await strictHoldfastOn(name, language, "routes", address, "--explain");
      expect(out).toContain(address);
    }
  });
});
