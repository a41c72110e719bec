import { createServer } from "node:net";
import { once } from "node:events";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Language } from "../../../shared/contract/settings.ts";
import { Preflight } from "../../../shared/preflight/preflight-report.ts";
import { recordedCaptures } from "../../captures/recorded-captures.ts";
import { holdfastOn, strictHoldfastOn } from "../../support/holdfast-on.ts";

const THIRD_STATE = "05-third-state-stale-pin";

describe("holdfast check", () => {
  it("names the stale pin, the error that the user would see, and the remedy", async () => {
    const { code, out, err } = await holdfastOn(THIRD_STATE, "check", "https://222.66.117.109/ECNU", "--lang", "en");
    expect(code).toBe(1);
    expect(err).toBe("");
    expect(out).toContain("222.66.117.109/32 → 10.51.0.1 (en0)");
    expect(out).toContain("“Can't assign requested address”, at once");
    expect(out).toContain("holdfast clean (“Stale route to the VPN server”)");
  });

  it("says so in Chinese", async () => {
    const { out } = await holdfastOn(THIRD_STATE, "check", "222.66.117.109", "--lang", "zh-CN");
    expect(out).toContain("现在连接 222.66.117.109（端口 443）会失败。");
    expect(out).toContain("怎么办：Holdfast 可以修复：holdfast clean（“通往 VPN 服务器的路由已失效”）。");
  });

  it("exits with 0 when it would work", async () => {
    const { code, out } = await holdfastOn(THIRD_STATE, "check", "203.0.113.9", "--lang", "en");
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ /);
  });

  it.each([["10.8.1"], ["ftp://vpn.example.edu"], ["vpn.example.edu:99999"], [""]])(
    "exits with 2 and one line for %j",
    async (server) => {
      const { code, out, err } = await holdfastOn(THIRD_STATE, "check", server, "--lang", "en");
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err.split("\n")).toHaveLength(1);
      expect(err).not.toMatch(/preflight:/);
    },
  );

  it("prints one JSON document that fits its schema", async () => {
    const { out } = await holdfastOn(THIRD_STATE, "check", "222.66.117.109", "--json");
    const report = v.parse(Preflight, JSON.parse(out));
    expect(report).toMatchObject({ schema: 1, works: "no", ways: [{ outcome: "stale-pin" }], probe: null });
  });

  it("looks a name up with the system's resolver", async () => {
    const { out } = await holdfastOn(THIRD_STATE, "check", "localhost", "--json");
    const { lookup, ways } = v.parse(Preflight, JSON.parse(out));
    expect(lookup.state).toBe("found");
    expect(ways.map(({ outcome }) => outcome)).toContain("this-computer");
  });

  it("tries one connect when asked to, and says whether that fits", async () => {
    const server = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const bound = server.address();
    if (bound === null || typeof bound === "string") throw new Error("not a TCP server");
    try {
      const { out } = await holdfastOn(THIRD_STATE, "check", `127.0.0.1:${bound.port}`, "--probe", "--json");
      const { probe } = v.parse(Preflight, JSON.parse(out));
      expect(probe).toMatchObject({ result: "connected", errno: null, source: "127.0.0.1", compared: "as-foreseen" });
    } finally {
      server.close();
    }
    const refused = await holdfastOn(THIRD_STATE, "check", `127.0.0.1:${bound.port}`, "--probe", "--json");
    expect(v.parse(Preflight, JSON.parse(refused.out)).probe).toMatchObject({
      result: "refused",
      errno: "ECONNREFUSED",
    });
  });
});

describe("holdfast check --from", () => {
  const from = ["--from", "tests/captures/data/78-linux-pin-purged-server-loop", "--lang", "en"];

  it("judges the machine of a folder, whatever machine it runs on", async () => {
    const { code, out } = await holdfastOn(THIRD_STATE, "check", "222.66.117.109", ...from);
    expect(code).toBe(1);
    expect(out).toContain("into tun0, the tunnel of openconnect");
  });

  it.each([
    ["a name", ["vpn.example.edu"], "would be looked up on this computer"],
    ["a try", ["222.66.117.109", "--probe"], "nothing is tried"],
  ])("refuses %s, which only this machine could answer for", async (_, words, text) => {
    const { code, out, err } = await holdfastOn(THIRD_STATE, "check", ...words, ...from);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(text);
  });

  it("refuses a folder that is none", async () => {
    const { code, err } = await holdfastOn(
      THIRD_STATE,
      "check",
      "222.66.117.109",
      "--from",
      "tests/unit",
      "--lang",
      "en",
    );
    expect({ code, err }).toEqual({ code: 2, err: "tests/unit is not a capture: it has no capture.json." });
  });
});

describe.each(Language.options)("in %s", (language) => {
  it.each(recordedCaptures().map(({ name }) => [name]))("%s has words for all that a check says", async (name) => {
    for (const server of ["222.66.117.109", "203.0.113.9", "10.20.0.5", "2001:db8:77::9", "fe80::1", "224.0.0.1"]) {
      const { out } = await strictHoldfastOn(name, language, "check", server);
      expect(out).toContain(server);
    }
  });
});
