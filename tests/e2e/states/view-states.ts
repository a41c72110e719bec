import { stepViewOf, viewStateOf } from "../../../electron/main/view-state-of.ts";
import type { Model } from "../../../electron/main/model.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { Language } from "../../../shared/contract/settings.ts";
import type { Outcome, ViewState } from "../../../shared/contract/view-state.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { simulate } from "../../../shared/repair/simulate.ts";
import { observed, unobserved } from "../../../shared/snapshot/part.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import { recordedCapture } from "../../captures/recorded-captures.ts";
import { judged, modelAfter, NOON, recordedSnapshot } from "../../support/judged.ts";
import { HEALTHY, LIVING_CLIENT, OFF, STALE_PIN } from "./machines.ts";

/** A state that the popover is shown in: what main would know. */
export interface PicturedState {
  readonly name: string;
  model(): Model;
}

const KEPT = { pid: 4321, interface: "utun6", server: "vpn-ct.ecnu.edu.cn" };

/** Every state that has a look of its own, each judged by the real rules from a recorded machine. */
export const PICTURED_STATES: readonly PicturedState[] = [
  { name: "starting", model: () => ({ ...seen(OFF), observation: null }) },
  { name: "off", model: () => seen(OFF) },
  { name: "up", model: () => seen(HEALTHY) },
  { name: "off-in-part", model: inet6Alone },
  { name: "up-in-part", model: () => seen("359-two-rows-of-an-excerpt") },
  { name: "stale-pin-left-over", model: () => seen(STALE_PIN) },
  { name: "stale-pin-of-living-client", model: () => seen(LIVING_CLIENT) },
  { name: "pin-missing", model: pinMissing },
  { name: "pin-perhaps-missing", model: () => seen("78-linux-pin-purged-server-loop") },
  { name: "no-default-route", model: () => seen("88-linux-no-default-route") },
  { name: "orphaned-tunnel", model: () => seen("89-linux-orphan-persistent-tun") },
  { name: "conflicting-tunnels", model: () => seen("72-two-split-tunnels-overlap") },
  { name: "default-route-lost", model: () => seen("17-default-deleted-after-tailscale") },
  { name: "default-route-stale", model: () => seen("33-zerotier-default-to-loopback") },
  { name: "tunnel-dead", model: () => seen("50-tunnel-dead-after-sleep") },
  { name: "resolver-left", model: () => seen("27-clash-quit-dns-left") },
  { name: "stale-pin-inet6", model: () => seen("57-ipv6-pin-global-gateway-off-link") },
  { name: "many-with-offers", model: () => seen("20-globalprotect-stale-direct-nets") },
  { name: "offline-with-leftover", model: () => seen("01-seed-openconnect-underlay-gone") },
  { name: "offline", model: () => seen("44-wifi-off-nothing-left") },
  { name: "recovering", model: recovering },
  { name: "unknown", model: unreadable },
  { name: "repairing", model: () => ({ ...seen(STALE_PIN), activity: "repairing" }) },
  { name: "asks-password", model: () => ({ ...seen(STALE_PIN), helper: { state: "asks-password" } }) },
  { name: "installed", model: () => ({ ...seen(STALE_PIN), helper: { state: "installed" } }) },
  {
    name: "installed-and-more-to-do",
    model: () => ({ ...seen("241-linux-cable-pulled"), helper: { state: "installed" } }),
  },
  { name: "repaired", model: repaired },
  { name: "undone", model: () => withOutcome({ kind: "undone", restored: 1, skipped: [] }) },
  { name: "changed-meanwhile", model: () => withOutcome(failedRepair("plan-changed")) },
  {
    name: "helper-untrusted",
    model: () => withOutcome(failedRepair("helper-untrusted", { path: "/usr/lib" })),
  },
  { name: "broken-off", model: () => withOutcome(failedRepair("partial")) },
  { name: "keep-alive-watching", model: () => kept({ state: "watching", clients: [KEPT] }) },
  { name: "keep-alive-back", model: () => kept({ state: "back", client: KEPT, silence: 210, at: NOON }) },
  {
    name: "keep-alive-restoring",
    model: () => kept({ state: "restoring", client: KEPT, waiting: null }, LIVING_CLIENT),
  },
  {
    name: "keep-alive-waiting",
    model: () => kept({ state: "restoring", client: KEPT, waiting: "other-family" }, LIVING_CLIENT),
  },
  {
    name: "keep-alive-gave-up",
    model: () => kept({ state: "gave-up", client: KEPT, tries: 5 }, LIVING_CLIENT),
  },
  { name: "keep-alive-refused", model: () => kept({ state: "refused", client: KEPT }, OFF) },
  {
    name: "keep-alive-no-rights",
    model: () =>
      kept({ state: "unavailable", error: codedText("needs-rights", { command: "sudo npx holdfast guard" }) }),
  },
  { name: "no-rights", model: () => withOutcome(failedRepair("needs-rights", { command: "sudo npx holdfast clean" })) },
];

/** What main would know in one of the pictured states. Throws when there is none of that name. */
export function pictured(name: string): Model {
  const state = PICTURED_STATES.find((one) => one.name === name);
  if (state === undefined) throw new Error(`no state is called ${name}`);
  return state.model();
}

/** What the popover is sent for a model, in one language. */
export function viewStateFor(model: Model, language: Language, sequence: number): ViewState {
  return viewStateOf({ ...model, language }, sequence);
}

/** With keep-alive turned on, and how that goes. */
function kept(keepAlive: KeepAliveStatus, capture = HEALTHY): Model {
  const model = seen(capture);
  return { ...model, settings: { ...model.settings, keepAlive: true }, keepAlive };
}

function seen(capture: string): Model {
  return modelAfter(recordedSnapshot(capture));
}

/** The network changed at the very moment of the look. */
function recovering(): Model {
  return modelAfter(recordedSnapshot(LIVING_CLIENT), { ...EMPTY_HISTORY, networkChangedAt: NOON });
}

/** As after a switch that took the pin along while the client lives. */
function pinMissing(): Model {
  const before = recordedSnapshot(LIVING_CLIENT);
  const pins = judged(before).assessment.findings.flatMap(({ route }) => route ?? []);
  const steps = pins.map((route) => ({ op: "delete-route", route }) as const);
  return modelAfter(simulate(before, steps));
}

/** A machine none of whose commands could be run. */
function unreadable(): Model {
  const { capture } = recordedCapture(OFF);
  const content = { read: false, reason: codedText("tool-missing") } as const;
  const files = capture.files.map((file) => ({ ...file, content }));
  return modelAfter({ ...snapshotOf({ ...capture, files }).snapshot, takenAt: NOON });
}

/** A machine whose IPv4 table could not be read in time. */
function inet6Alone(): Model {
  const snapshot = recordedSnapshot(OFF);
  return modelAfter({ ...snapshot, routes: { inet: unobserved("timed-out"), inet6: observed([]) } });
}

function repaired(): Model {
  const before = recordedSnapshot(STALE_PIN);
  const { steps } = judged(before).plan;
  const after = simulate(
    before,
    steps.map(({ step }) => step),
  );
  const done = steps.map((step) => stepViewOf(step, before.os));
  const outcome: Outcome = { kind: "applied", transaction: "0".repeat(32), done, failed: [], verdict: "verified" };
  return { ...modelAfter(after), outcome };
}

function withOutcome(outcome: Outcome): Model {
  return { ...seen(STALE_PIN), outcome };
}

function failedRepair(code: string, args = {}): Outcome {
  return {
    kind: "failed",
    during: "repair",
    error: codedText(code, args),
    undoable: code === "partial" ? "0".repeat(32) : null,
  };
}
