import { createHash } from "node:crypto";
import { conclude } from "../../../electron/main/watch/conclude.ts";
import type { Model } from "../../../electron/main/model.ts";
import { stepViewOf, viewStateOf } from "../../../electron/main/view-state-of.ts";
import { readCaptureFolder } from "../../../electron/observe/capture-folder.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { DEFAULT_SETTINGS } from "../../../shared/contract/settings.ts";
import type { Language } from "../../../shared/contract/settings.ts";
import type { Outcome, ViewState } from "../../../shared/contract/view-state.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { History } from "../../../shared/history/history.ts";
import { simulate } from "../../../shared/repair/simulate.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";

/** When every picture was taken, so that pictures of the same state are the same. */
const NOON = "2026-03-02T12:00:00.000Z";

const RECORDED = new URL("../../captures/data/", import.meta.url);

const identity = {
  ruleset: "0".repeat(64),
  boot: "",
  sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
};

/** A state that the popover is shown in. `model` is what main would know. */
export interface PicturedState {
  readonly name: string;
  model(): Promise<Model>;
}

/** Every state that has a look of its own, each from a recorded machine by the real rules. */
export const PICTURED_STATES: readonly PicturedState[] = [
  { name: "starting", model: async () => ({ ...(await seen("02-seed-after-switch-clean")), observation: null }) },
  { name: "off", model: () => seen("02-seed-after-switch-clean") },
  { name: "up", model: () => seen("04-seed-healthy-reconstructed") },
  { name: "stale-pin-left-over", model: () => seen("05-third-state-stale-pin") },
  { name: "stale-pin-of-living-client", model: () => seen("06-reconnect-loop-stale-pin") },
  { name: "pin-missing", model: pinMissing },
  { name: "pin-perhaps-missing", model: () => seen("78-linux-pin-purged-server-loop") },
  { name: "no-default-route", model: () => seen("88-linux-no-default-route") },
  { name: "orphaned-tunnel", model: () => seen("89-linux-orphan-persistent-tun") },
  { name: "offline", model: () => seen("44-wifi-off-nothing-left") },
  { name: "recovering", model: recovering },
  { name: "unknown", model: unreadable },
  { name: "repaired", model: repaired },
  { name: "undone", model: () => withOutcome({ kind: "undone", restored: 1, skipped: [] }) },
  { name: "changed-meanwhile", model: () => withOutcome(failedRepair("plan-changed")) },
  { name: "no-rights", model: () => withOutcome(failedRepair("needs-rights", { command: "sudo npx holdfast clean" })) },
];

/** What the popover is sent for a model, in one language. */
export function viewStateFor(model: Model, language: Language, sequence: number): ViewState {
  return viewStateOf({ ...model, language }, sequence);
}

async function seen(capture: string, history: History = EMPTY_HISTORY): Promise<Model> {
  return modelOf(await recorded(capture), history);
}

async function recorded(capture: string): Promise<Snapshot> {
  const folder = new URL(capture, RECORDED).pathname;
  return { ...snapshotOf(await readCaptureFolder(folder)).snapshot, takenAt: NOON };
}

function modelOf(snapshot: Snapshot, history: History): Model {
  return {
    os: snapshot.os,
    language: "en",
    settings: DEFAULT_SETTINGS,
    helper: { state: "ready" },
    activity: "idle",
    helperPlan: null,
    outcome: null,
    ...conclude(snapshot, { history, observation: null }, identity, NOON),
  };
}

/** As after a switch that took the pin along while the client lives. */
async function pinMissing(): Promise<Model> {
  const before = await recorded("06-reconnect-loop-stale-pin");
  const pins =
    modelOf(before, EMPTY_HISTORY).observation?.assessment.findings.flatMap(({ route }) => route ?? []) ?? [];
  const after = simulate(
    before,
    pins.map((route) => ({ op: "delete-route", route })),
  );
  return modelOf(after, EMPTY_HISTORY);
}

function recovering(): Promise<Model> {
  return seen("06-reconnect-loop-stale-pin", { ...EMPTY_HISTORY, networkChangedAt: NOON });
}

/** A machine none of whose commands could be run. */
async function unreadable(): Promise<Model> {
  const capture = await readCaptureFolder(new URL("02-seed-after-switch-clean", RECORDED).pathname);
  const content = { read: false, reason: codedText("tool-missing") } as const;
  const files = capture.files.map((file) => ({ ...file, content }));
  return modelOf({ ...snapshotOf({ ...capture, files }).snapshot, takenAt: NOON }, EMPTY_HISTORY);
}

async function repaired(): Promise<Model> {
  const before = await recorded("05-third-state-stale-pin");
  const steps = modelOf(before, EMPTY_HISTORY).observation?.plan.steps ?? [];
  const after = simulate(
    before,
    steps.map(({ step }) => step),
  );
  const done = steps.map((step) => stepViewOf(step, before.os));
  const outcome: Outcome = { kind: "applied", transaction: "0".repeat(32), done, failed: [], verdict: "verified" };
  return { ...modelOf(after, EMPTY_HISTORY), outcome };
}

async function withOutcome(outcome: Outcome): Promise<Model> {
  return { ...(await seen("05-third-state-stale-pin")), outcome };
}

function failedRepair(code: string, args = {}): Outcome {
  return { kind: "failed", during: "repair", error: codedText(code, args) };
}
