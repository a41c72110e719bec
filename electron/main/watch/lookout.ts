import { setTimeout as wait } from "node:timers/promises";
import type { Observer } from "../../observe/observer.ts";
import { paceAfter } from "../../observe/pace.ts";
import { freshSeed } from "../../observe/redaction-seed.ts";
import { watchSnapshots } from "../../observe/watch.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import type { Result } from "../../../shared/contract/result.ts";
import type { History } from "../../../shared/history/history.ts";
import { noteLook } from "../../../shared/history/note-look.ts";
import type { NotedLook } from "../../../shared/history/note-look.ts";
import type { TimelineEntry } from "../../../shared/history/timeline.ts";
import type { PlanIdentity } from "../../../shared/repair/digest.ts";
import type { Capture } from "../../../shared/capture/capture.ts";
import { redact } from "../../../shared/redact/redact.ts";
import type { RedactionSummary } from "../../../shared/redact/summary-kinds.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { Observation } from "../model.ts";
import { factsOfLook } from "../views/facts-of-look.ts";
import { conclude } from "./conclude.ts";
import type { KnownLook } from "./conclude.ts";
import { askHere } from "./questions.ts";
import type { Ask, Known } from "./questions.ts";

/** A watch that broke off begins again after this time, in milliseconds. */
const AGAIN_AFTER = 30_000;
/** Of more findings than this nobody reads all; of more steps than this no repair is made. */
const MOST = HELPER_LIMITS.planSteps;

/** What main is told of a look. */
export interface Seen {
  readonly observation: Observation;
  readonly history: History;
  /** What happened since the look before, null when nothing did. */
  readonly entry: TimelineEntry | null;
}

/** What a person may give away of this machine, and what was replaced in it. */
export interface RedactedCapture {
  readonly capture: Capture;
  readonly summary: RedactionSummary;
}

/** Looks at the machine, judges what it sees, and answers questions about the last look. */
export interface Lookout {
  /** Looks now; settles when what was seen has been told. */
  lookNow(): Promise<void>;
  /** The machine goes to sleep: nothing is looked at until it wakes. */
  sleep(): void;
  /** The machine is awake again. */
  wake(): void;
  /** Takes over a history that another program has added to. */
  learn(history: History): void;
  readonly ask: Ask;
  /** Looks now and gives the texts without the addresses and names of this machine. */
  redacted(): Promise<Result<RedactedCapture>>;
  stop(): void;
}

/** What a lookout works with. */
export interface LookoutParts {
  readonly observer: Observer;
  readonly identity: PlanIdentity;
  /** What is remembered of earlier runs. */
  readonly history: History;
  /** Gives the id of each new entry of the timeline. */
  nextId(): string;
  onSeen(seen: Seen): void;
  /** Is given what fails; the watch goes on. */
  onError(error: unknown): void;
}

/** Watches the machine until it is stopped. */
export function createLookout(parts: LookoutParts): Lookout {
  const { observer, onError } = parts;
  const ending = new AbortController();
  let { history } = parts;
  let known: Known | null = null;
  let looking = Promise.resolve();

  const accept = (snapshot: Snapshot, woke: boolean) => {
    if (isOlder(snapshot, known?.look.snapshot)) return;
    const before = known;
    const state = { history, observation: before?.look ?? null };
    const { observation: look, history: learned } = conclude(snapshot, state, parts.identity, new Date().toISOString());
    history = learned;
    known = { look, history };
    const circumstances = { id: parts.nextId(), at: look.at, woke };
    const entry = noteLook(before === null ? null : noted(before), noted(known), circumstances);
    parts.onSeen({ observation: observationOf(look), history, entry });
    observer.setPace(paceAfter(snapshot, history));
  };
  const lookOnce = async () => accept(snapshotOf(await observer.capture(ending.signal)).snapshot, false);

  void watchUntilAborted(observer, ending.signal, accept, onError);
  return {
    // One after the other: whoever asks wants to see what is the case after the question.
    lookNow() {
      const look = looking.then(lookOnce);
      looking = look.catch(() => undefined);
      return look;
    },
    sleep: () => observer.setPace("paused"),
    wake() {
      observer.setPace("slow");
      observer.hint("woke");
    },
    learn(newer) {
      history = newer;
    },
    ask: askHere(() => known),
    async redacted() {
      const { capture, summary } = redact(await observer.capture(ending.signal), freshSeed());
      return { ok: true, value: { capture, summary } };
    },
    stop: () => ending.abort(),
  };
}

/** The look without what is too much to be handed on: what goes to main also goes to the popover. */
function observationOf({ assessment, plan, tunnels, at }: KnownLook): Observation {
  const { findings } = assessment;
  return {
    assessment: { ...assessment, findings: findings.slice(0, MOST) },
    moreFindings: Math.max(0, findings.length - MOST),
    plan: { ...plan, steps: plan.steps.slice(0, MOST) },
    tunnels,
    at,
  };
}

function noted({ look, history }: Known): NotedLook {
  return { facts: factsOfLook(look.snapshot, history), assessment: look.assessment };
}

async function watchUntilAborted(
  observer: Observer,
  signal: AbortSignal,
  accept: (snapshot: Snapshot, woke: boolean) => void,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const { snapshot, woke } of watchSnapshots(observer, signal)) accept(snapshot, woke);
    } catch (error) {
      onError(error);
    }
    // Rejects when the app ends, which ends the loop, too.
    await wait(AGAIN_AFTER, undefined, { signal }).catch(() => undefined);
  }
}

function isOlder(snapshot: Snapshot, known: Snapshot | undefined): boolean {
  return snapshot.takenAt !== null && known?.takenAt != null && snapshot.takenAt < known.takenAt;
}
