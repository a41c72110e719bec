import { createHash } from "node:crypto";
import { conclude } from "../../electron/main/watch/conclude.ts";
import type { KnownLook } from "../../electron/main/watch/conclude.ts";
import type { Model } from "../../electron/main/model.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { DEFAULT_SETTINGS } from "../../shared/contract/settings.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { History } from "../../shared/history/history.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { recordedCapture } from "../captures/recorded-captures.ts";

/** When every recorded machine is taken to have been looked at. */
export const NOON = "2026-03-02T12:00:00.000Z";

/** What plans of tests are made under. */
export const TEST_IDENTITY = {
  ruleset: "0".repeat(64),
  boot: "",
  sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
};

/** A recorded machine (`05-third-state-stale-pin`) as it was seen at noon. */
export function recordedSnapshot(name: string): Snapshot {
  return { ...snapshotOf(recordedCapture(name).capture).snapshot, takenAt: NOON };
}

/** What is concluded from a snapshot, as the first look of the app. */
export function judged(snapshot: Snapshot, history: History = EMPTY_HISTORY): KnownLook {
  return conclude(snapshot, { history, observation: null }, TEST_IDENTITY, NOON).observation;
}

/** What the app knows after a look at a recorded machine. */
export function modelAfter(snapshot: Snapshot, history: History = EMPTY_HISTORY): Model {
  return {
    os: snapshot.os,
    language: "en",
    settings: { ...DEFAULT_SETTINGS, introduced: true },
    helper: { state: "ready" },
    helperSetup: {
      found: { state: "installed", version: "0.1.0" },
      by: { way: "password" },
      activity: "idle",
      failure: null,
    },
    startsAtLogin: false,
    updates: { way: "password", progress: { state: "unchecked" } },
    about: { version: "0.1.0", electron: "45.4.1", log: "~/.config/Holdfast/logs/main.log" },
    activity: "idle",
    keepAlive: { state: "off" },
    history,
    observation: judged(snapshot, history),
    helperPlan: null,
    outcome: null,
  };
}
