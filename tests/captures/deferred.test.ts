import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { assess } from "../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import { planIdentity } from "../support/plan-identity.ts";
import { recordedCapture } from "./recorded-captures.ts";

function selectedSteps(name: string) {
  const { snapshot } = snapshotOf(recordedCapture(name).capture);
  const { steps } = planRepair(assess(snapshot, EMPTY_HISTORY), snapshot, planIdentity);
  return steps.filter(({ selected }) => selected).map(({ step }) => step.op);
}

describe("a stale route is explained, and its repair left to others", () => {
  it.each([
    ["208-anyconnect-running-after-switch", "the agent guards its routes"],
    ["231-wg-quick-stale-pin-running", "wg-quick pins by itself"],
    ["248-linux-networkmanager-openconnect", "NetworkManager runs the client"],
    ["252-linux-networkmanager-openvpn", "NetworkManager runs the client"],
    ["205-managed-route-bound-to-wifi", "ZeroTier runs"],
    ["206-blackholed-endpoint-left", "what is held back may be held back on purpose"],
    ["222-tunnel-switched-off", "the owner of the tunnel lives"],
    ["227-office-summary-route-at-home", "the administrator's route may be meant"],
    ["250-linux-dhcp-static-routes", "the DHCP client owns it"],
    ["263-linux-cable-pulled-no-wifi", "there is no router to lead it to"],
    ["265-linux-pin-that-cannot-be-restored", "it could not be undone"],
  ])("%s: %s", (name) => {
    expect(selectedSteps(name)).toEqual([]);
  });
});

describe("a stale route is repaired", () => {
  it.each([
    ["209-globalprotect-agent-without-tunnel", ["delete-route"]],
    ["215-private-server-inside-campus", ["replace-route", "nudge-client"]],
    ["230-left-pin-beside-tailscale", ["delete-route"]],
    ["233-default-on-pulled-cable", ["replace-route"]],
    ["235-stale-pin-under-a-proxy-tunnel", ["delete-route"]],
    ["241-linux-cable-pulled", ["replace-route", "nudge-client"]],
    ["245-linux-two-pins-two-metrics", ["delete-route", "nudge-client"]],
    ["251-linux-ipv6-server-loop", ["add-route", "nudge-client"]],
    ["257-linux-openconnect-beside-overlays", ["add-route", "nudge-client"]],
  ])("%s: %j", (name, expected) => {
    expect(selectedSteps(name)).toEqual(expected);
  });
});
