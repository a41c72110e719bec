import type { Timeline, TimelineEntry, TimelineEvent } from "./timeline.ts";

/** Weeks of an ordinary laptop. */
export const MOST_ENTRIES = 200;

/** All entries of both, the oldest first, each id once; the oldest are forgotten first. The order of the two does not matter. */
export function mergeTimelines(one: Timeline, other: Timeline): Timeline {
  const byId = new Map<string, TimelineEntry>();
  for (const entry of [...one, ...other]) {
    const known = byId.get(entry.id);
    // Ids are random; should two writers ever choose the same, all of them must choose the same entry.
    if (known === undefined || JSON.stringify(entry) < JSON.stringify(known)) byId.set(entry.id, entry);
  }
  return [...byId.values()].toSorted(byTime).slice(-MOST_ENTRIES);
}

function byTime(a: TimelineEntry, b: TimelineEntry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Two programs that watch the same machine see the same within this time, in milliseconds. */
const ECHO_WITHIN = 5_000;

/**
 * The entries without what another program, the app or `holdfast watch`, has noted of the same moment already. Ids say
 * who wrote an entry: up to the last hyphen they are the same for all entries of one program run.
 */
export function withoutEchoes(timeline: Timeline): Timeline {
  return timeline.filter((entry, place) => {
    const near = timeline
      .slice(0, place)
      .filter(
        (other) => Date.parse(entry.at) - Date.parse(other.at) <= ECHO_WITHIN && writerOf(other) !== writerOf(entry),
      );
    const noted = new Set(near.flatMap(({ events }) => events.map(textOf)));
    return noted.size === 0 || entry.events.some((event) => !noted.has(textOf(event)));
  });
}

function writerOf({ id }: TimelineEntry): string {
  return id.slice(0, id.lastIndexOf("-"));
}

function textOf(event: TimelineEvent): string {
  return JSON.stringify(event);
}
