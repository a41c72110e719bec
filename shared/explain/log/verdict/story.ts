import type { ErrorTextId, MessageId } from "../catalogue.ts";
import type { LogLine } from "../log-line.ts";
import { signalOf } from "./signal.ts";
import type { Signal } from "./signal.ts";

/** A line that a verdict rests on. */
export interface Evidence {
  /** Line number, counted from 1. */
  readonly line: number;
  readonly messageId: MessageId;
}

/** How often something was said since it was last disproved, and where. */
export interface Mark {
  readonly count: number;
  /** The first lines that said it. */
  readonly first: readonly Evidence[];
  /** The last lines that said it, when there are more than the first ones. */
  readonly last: readonly Evidence[];
  /** Arguments of the last line that said it. */
  readonly args: Readonly<Record<string, string>>;
}

/** Where the client stands at the end of what was read. */
export type Phase = "unknown" | "connecting" | "up" | "lost" | "ended";

/** The line with which a phase began. */
export interface Turn {
  readonly line: number;
  /** As printed, null when the line has none. */
  readonly timestamp: string | null;
}

/** The course of a session as told by a log. Its size does not grow with the log. */
export interface Story {
  readonly phase: Phase;
  /** Since when the client is in its phase, null before anything told. */
  readonly since: Turn | null;
  readonly lines: number;
  readonly recognised: number;
  /** A session existed at some time, so that a failing connection is a lost one. */
  readonly sessionSeen: boolean;
  /** The first line of this run that says the session was lost, null when none does. */
  readonly loss: Evidence | null;
  /** Seconds that the client waited between attempts since the session was last up. */
  readonly pausedSeconds: number;
  /** Name or address of the server as last printed, null when the log does not name it. */
  readonly server: string | null;
  readonly marks: ReadonlyMap<Signal, Mark>;
  /** Error texts that came with attempts to reach the server since one last succeeded. */
  readonly errors: ReadonlyMap<ErrorTextId, Mark>;
}

export const EMPTY_STORY: Story = {
  phase: "unknown",
  since: null,
  lines: 0,
  recognised: 0,
  sessionSeen: false,
  loss: null,
  pausedSeconds: 0,
  server: null,
  marks: new Map(),
  errors: new Map(),
};

/** So many lines are kept from the beginning and from the end of each mark. */
const KEPT = 3;

const ENDING: ReadonlySet<Signal> = new Set<Signal>([
  "reconnect-gave-up",
  "session-refused",
  "ended-by-server",
  "cancelled",
  "detached",
  "client-failed",
  "sign-in-ended",
]);

const STARTING: ReadonlySet<Signal> = new Set<Signal>(["server-called", "server-reached", "connect-failed"]);

const PHASES: Readonly<Partial<Record<Signal, Phase>>> = {
  "server-called": "connecting",
  "server-reached": "connecting",
  "connect-failed": "connecting",
  "session-up": "up",
  "link-lost": "lost",
  "peer-silent": "lost",
  "reconnect-attempt-failed": "lost",
  "retry-pause": "lost",
};

const UDP: readonly Signal[] = ["udp-send-failed", "udp-silent"];
const TLS: readonly Signal[] = ["tls-failed", "certificate-refused"];
const REACHING: readonly Signal[] = [
  "connect-failed",
  "no-address-reached",
  "reconnect-attempt-failed",
  "name-unresolved",
];
const SESSION: readonly Signal[] = ["link-lost", "peer-silent", "retry-pause", "server-busy", "sign-in-failed"];
const LAST_WORDS: readonly Signal[] = [...ENDING, "address-changed", "server-busy", "sign-in-failed", "session-up"];
/** What is not true of the next run any more. Failures to reach the server are kept: the next run meets the same route. */
const ONE_RUN: readonly Signal[] = [
  ...LAST_WORDS,
  ...TLS,
  "client-certificate-refused",
  "rights-missing",
  "tunnel-not-made",
  "script-failed",
];

/** What a signal disproves. */
const DISPROVED: Readonly<Partial<Record<Signal, readonly Signal[]>>> = {
  "server-reached": REACHING,
  "tls-up": TLS,
  "udp-up": UDP,
  "session-up": [...REACHING, ...TLS, ...UDP, ...SESSION, ...LAST_WORDS],
};

/** Failures to reach the server, whose error texts tell why. */
const REACH_FAILURES: ReadonlySet<Signal> = new Set([...REACHING, "udp-send-failed"]);

/** Signals after which earlier failures to reach the server are history. */
const REACH_SUCCESSES: ReadonlySet<Signal> = new Set<Signal>(["server-reached", "session-up", "udp-up"]);

/** The story after one more line. */
export function continueStory(story: Story, line: LogLine): Story {
  const counted = {
    ...story,
    lines: story.lines + 1,
    recognised: story.recognised + (line.messageId === null ? 0 : 1),
  };
  const signal = signalOf(line);
  if (signal === null || line.messageId === null) return counted;
  const evidence: Evidence = { line: line.number, messageId: line.messageId };
  const newRun = story.phase === "ended" && STARTING.has(signal);
  const lost = PHASES[signal] === "lost";
  const phase = phaseAfter(newRun ? "connecting" : story.phase, signal);
  return {
    ...counted,
    phase,
    since: phase === story.phase ? story.since : { line: line.number, timestamp: line.timestamp },
    sessionSeen: story.sessionSeen || signal === "session-up" || lost || UDP.includes(signal),
    loss: newRun ? null : (story.loss ?? (lost ? evidence : null)),
    pausedSeconds: signal === "session-up" ? 0 : story.pausedSeconds + pauseOf(line),
    server: serverOf(line) ?? story.server,
    marks: marksAfter(newRun ? without(story.marks, ONE_RUN) : story.marks, signal, evidence, line),
    errors: errorsAfter(story.errors, signal, evidence, line),
  };
}

function phaseAfter(phase: Phase, signal: Signal): Phase {
  if (ENDING.has(signal)) return "ended";
  const next = PHASES[signal];
  // A lost session that calls its server again is still a lost session until it is up.
  if (next === "connecting" && phase === "lost") return "lost";
  return next ?? phase;
}

function pauseOf(line: LogLine): number {
  return Number(line.args["pauseSeconds"] ?? 0);
}

function serverOf(line: LogLine): string | null {
  const { host, address, server, url } = line.args;
  return host || address || server || /^https?:\/\/(\[[^\]]+\]|[^/:]+)/.exec(url ?? "")?.[1] || null;
}

function marksAfter(marks: Story["marks"], signal: Signal, evidence: Evidence, line: LogLine): Story["marks"] {
  const kept = without(marks, DISPROVED[signal] ?? []);
  return kept.set(signal, withEvidence(kept.get(signal), evidence, line.args));
}

function errorsAfter(errors: Story["errors"], signal: Signal, evidence: Evidence, line: LogLine): Story["errors"] {
  if (REACH_SUCCESSES.has(signal)) return new Map();
  if (!REACH_FAILURES.has(signal) || line.errorTexts.length === 0) return errors;
  const grown = new Map(errors);
  for (const id of line.errorTexts) grown.set(id, withEvidence(grown.get(id), evidence, line.args));
  return grown;
}

function without(marks: Story["marks"], signals: readonly Signal[]): Map<Signal, Mark> {
  return new Map([...marks].filter(([signal]) => !signals.includes(signal)));
}

function withEvidence(mark: Mark | undefined, evidence: Evidence, args: Mark["args"]): Mark {
  if (mark === undefined) return { count: 1, first: [evidence], last: [], args };
  const room = mark.first.length < KEPT;
  return {
    count: mark.count + 1,
    first: room ? [...mark.first, evidence] : mark.first,
    last: room ? mark.last : [...mark.last, evidence].slice(-KEPT),
    args,
  };
}
