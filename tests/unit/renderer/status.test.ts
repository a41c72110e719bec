import { describe, expect, it } from "vitest";
import { routeText } from "../../../renderer/text/route-text.ts";
import { sessionFacts } from "../../../renderer/features/status/session-facts.ts";
import { shownFindings } from "../../../renderer/features/status/shown-findings.ts";
import { toneOf } from "../../../renderer/features/status/tone.ts";
import { viewStateOf } from "../../../electron/main/view-state-of.ts";
import type { Look } from "../../../shared/contract/view-state.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { Language } from "../../../shared/contract/settings.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { judged, modelAfter, NOON, recordedSnapshot } from "../../support/judged.ts";

function lookAt(capture: string): Look {
  const { look } = viewStateOf(modelAfter(recordedSnapshot(capture)), 1);
  if (look === null) throw new Error("the recorded machine was looked at");
  return look;
}

describe("a route in one line", () => {
  it.each([
    [{}, "222.66.117.109 → 10.51.0.1 (en0)"],
    [{ destination: "10.80.0.0/20", gateway: "link", interface: "utun6" }, "10.80.0.0/20 → utun6"],
    [{ destination: "0.0.0.0/0", gateway: "172.20.10.1" }, "default → 172.20.10.1 (en0)"],
    [{ destination: "2001:db8::1/128", gateway: "fe80::1%en0" }, "2001:db8::1 → fe80::1%en0 (en0)"],
    [{ destination: "2001:db8::/32", gateway: "2001:db8:1::1" }, "2001:db8::/32 → 2001:db8:1::1 (en0)"],
    [{ interface: null }, "222.66.117.109 → 10.51.0.1"],
  ])("%j", (change, text) => {
    expect(routeText(darwinRoute(change))).toBe(text);
  });
});

describe("the facts of the connection", () => {
  it("are client, server, tunnel, routes and network, each with words in every language", () => {
    const facts = sessionFacts(lookAt("04-seed-healthy-reconstructed"));
    expect(facts.map(({ name }) => name)).toEqual(["client", "server", "tunnel", "routes", "network"]);
    for (const t of Language.options.map(desktopTranslator)) {
      for (const { name, value } of facts) {
        expect(t(`app:session.${name}`)).not.toBe("");
        expect(t(`app:session.${value.code}`, value.args)).not.toMatch(/\{\{/);
      }
    }
  });

  it("are the network alone when no client holds a tunnel", () => {
    const facts = sessionFacts(lookAt("05-third-state-stale-pin"));
    expect(facts.map(({ name }) => name)).toEqual(["network"]);
  });
});

describe("the listed findings", () => {
  it("are none while the verdict is held back", () => {
    const history = { ...EMPTY_HISTORY, networkChangedAt: NOON };
    const { assessment } = judged(recordedSnapshot("06-reconnect-loop-stale-pin"), history);
    expect([assessment.state, assessment.findings.length > 0]).toEqual(["recovering", true]);
    expect(shownFindings(assessment)).toEqual([]);
  });

  it("leave out, without a network, what only follows from having none", () => {
    const { assessment } = judged(recordedSnapshot("44-wifi-off-nothing-left"));
    expect(assessment.findings.map(({ id }) => id)).toEqual(["default-route-missing"]);
    expect(shownFindings(assessment)).toEqual([]);
  });
});

describe("the tone", () => {
  it.each([
    ["04-seed-healthy-reconstructed", "ok"],
    ["02-seed-after-switch-clean", "calm"],
    ["05-third-state-stale-pin", "bad"],
    ["06-reconnect-loop-stale-pin", "bad"],
    ["89-linux-orphan-persistent-tun", "calm"],
    ["72-two-split-tunnels-overlap", "warn"],
    ["44-wifi-off-nothing-left", "calm"],
  ])("of %s is %s", (capture, tone) => {
    expect(toneOf(judged(recordedSnapshot(capture)).assessment)).toBe(tone);
  });
});
