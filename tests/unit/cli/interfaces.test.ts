import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Language } from "../../../shared/contract/settings.ts";
import { InterfacesReport } from "../../../shared/explain/interface-report.ts";
import { recordedCaptures } from "../../captures/recorded-captures.ts";
import { holdfastOn, strictHoldfastOn } from "../../support/holdfast-on.ts";

describe("holdfast interfaces", () => {
  it("says that the eight utun of the story are the system's, and that nothing is known to be left over", async () => {
    const { code, out } = await holdfastOn("03-seed-utun-list-and-ps", "interfaces", "--lang", "en");
    expect(code).toBe(0);
    expect(out).toContain("utun0, utun1, utun2, utun3, utun4, utun5, utun7, and utun8: tunnels of the system itself");
    expect(out).toContain("Nothing is known to be left over.");
    expect(out).toContain("No VPN program among those that were seen");
  });

  it("names what is left over, and exits with 1", async () => {
    const { code, out } = await holdfastOn("89-linux-orphan-persistent-tun", "interfaces", "--lang", "zh-CN");
    expect(code).toBe(1);
    expect(out).toContain("tun0 是残留的：已经没有程序打开它");
    expect(out).toContain("Holdfast 认识的 VPN 程序都没有在运行。");
  });

  it("says when the running programs were not seen at all", async () => {
    const { out } = await holdfastOn("310-two-uplinks-route-information", "interfaces", "--lang", "en");
    expect(out).toContain("The running programs were not seen.");
    expect(out).toContain("Nothing is known to be left over.");
  });

  it("names the client of each tunnel", async () => {
    const { out } = await holdfastOn("06-reconnect-loop-stale-pin", "interfaces", "--lang", "en");
    expect(out).toContain("utun6 is the tunnel of openconnect (process 46988, running) to the server 222.66.117.109.");
    expect(out).toContain("openconnect, process 46988, since 2025-07-19 13:02, tunnel utun6, server 222.66.117.109");
  });
});

describe.each(Language.options)("in %s", (language) => {
  it.each(recordedCaptures().map(({ name }) => [name]))("%s has words for everything, and a document", async (name) => {
    expect((await strictHoldfastOn(name, language, "interfaces")).out).not.toBe("");
    const { out } = await strictHoldfastOn(name, language, "interfaces", "--json");
    expect(v.safeParse(InterfacesReport, JSON.parse(out)).success).toBe(true);
  });
});
