import type { Facts } from "../health/facts.ts";
import type { Assessment, Finding } from "../health/finding.ts";
import { routeKey } from "../snapshot/route.ts";
import { compareFacts } from "./compare.ts";
import { NO_DIFFERENCE } from "./difference.ts";
import { differenceOf } from "./machine-lines.ts";
import type { NetworkChange } from "./network-change.ts";
import type { TimelineEntry, TimelineEvent } from "./timeline.ts";

/** One look at the machine and its verdict. */
export interface NotedLook {
  readonly facts: Facts;
  readonly assessment: Assessment;
}

/** What an entry needs besides the looks. */
export interface NoteCircumstances {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** Whether the machine has just woken up. */
  readonly woke: boolean;
}

/** Events of one entry; what a change of network changes besides is in the difference. */
const MOST_EVENTS = 24;
/** Of lists in the arguments of an event, e.g. name servers. */
const MOST_VALUES = 8;

/** Entry of what happened from one look to the next; null when nothing did. With no look before it says what is there. */
export function noteLook(
  before: NotedLook | null,
  now: NotedLook,
  circumstances: NoteCircumstances,
): TimelineEntry | null {
  const { id, at, woke } = circumstances;
  const events = [
    ...(before === null ? [{ kind: "began" } satisfies TimelineEvent] : []),
    ...(woke ? [change({ code: "woke-up", args: {} })] : []),
    ...(before === null ? [] : compareFacts(before.facts, now.facts).map(change)),
    ...findingEvents(before?.assessment.findings ?? [], now.assessment.findings),
  ].toSorted((a, b) => weight(a) - weight(b));
  if (events.length === 0) return null;
  return {
    id,
    at,
    state: { before: before?.assessment.state ?? null, after: now.assessment.state },
    events: events.slice(0, MOST_EVENTS),
    moreEvents: Math.max(0, events.length - MOST_EVENTS),
    difference: before === null ? NO_DIFFERENCE : differenceOf(before.facts, now.facts),
  };
}

function change({ code, args }: NetworkChange): TimelineEvent {
  return { kind: "change", change: { code, args: bounded(args) } };
}

function findingEvents(before: readonly Finding[], now: readonly Finding[]): TimelineEvent[] {
  const had = new Set(before.map(subject));
  const has = new Set(now.map(subject));
  return [
    ...now.filter((finding) => !had.has(subject(finding))).map((finding) => findingEvent("finding-appeared", finding)),
    ...before.filter((finding) => !has.has(subject(finding))).map((finding) => findingEvent("finding-gone", finding)),
  ];
}

function findingEvent(kind: "finding-appeared" | "finding-gone", { id, certainty, args }: Finding): TimelineEvent {
  return { kind, finding: id, certainty, args: bounded(args) };
}

// A stale route stays the same finding when its client ends.
function subject({ id, route, client }: Finding): string {
  return `${id} ${route === null ? (client?.pid ?? "") : routeKey(route)}`;
}

function bounded(args: NetworkChange["args"]): NetworkChange["args"] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, MOST_VALUES) : value]),
  );
}

const CHANGES_BY_WEIGHT: readonly NetworkChange["code"][] = [
  "network-changed",
  "network-joined",
  "network-left",
  "tunnel-down",
  "tunnel-up",
  "client-ended",
  "client-started",
  "woke-up",
  "default-route-removed",
  "default-route-changed",
  "default-route-added",
  "resolver-changed",
  "interface-down",
  "interface-up",
  "interface-removed",
  "interface-added",
  "address-removed",
  "address-added",
  "route-removed",
  "route-added",
];

// A change of network explains the findings that come with it, and a finding tells more than any other change.
function weight(event: TimelineEvent): number {
  switch (event.kind) {
    case "change": {
      const place = CHANGES_BY_WEIGHT.indexOf(event.change.code);
      return place < 3 ? place : place + 10;
    }
    case "finding-appeared":
      return 4;
    case "finding-gone":
      return 5;
    case "began":
      return 100;
    case "repaired":
    case "undone":
    case "repair-failed":
    case "kept-alive":
      return -1;
  }
}
