import type { Difference } from "../../../shared/history/difference.ts";
import type { TimelineEntry } from "../../../shared/history/timeline.ts";
import {
  interfaceLineText,
  routeLineText,
  stateChangeText,
  timelineEventText,
} from "../../../shared/locales/timeline-text.ts";
import type { CliContext } from "../context.ts";
import { tableLines } from "./table.ts";

/** Events of an entry that the list shows; the rest is counted. */
const LISTED_EVENTS = 3;

/** The entries as a numbered list: when, and what happened, the most telling first. */
export function timelineLines(entries: readonly TimelineEntry[], context: CliContext): string[] {
  const rows = entries.flatMap((entry, index) => {
    const [first = "", ...others] = listedTexts(entry, context);
    return [
      [String(index + 1), timeText(entry, context), context.terminal.colors.bold(first)],
      ...others.map((text) => ["", "", text]),
    ];
  });
  return tableLines(rows);
}

/** One entry in full: what happened, and the lines that differ before and after. */
export function entryLines(entry: TimelineEntry, context: CliContext): string[] {
  const { terminal, t } = context;
  const state = stateChangeText(entry.state, t);
  const more = entry.moreEvents === 0 ? [] : [t("changes:more", { count: entry.moreEvents })];
  return [
    `${terminal.colors.bold(timeText(entry, context))}${state === null ? "" : `  ${state}`}`,
    ...[...entry.events.map((event) => timelineEventText(event, t)), ...more].map((text) => `  ${text}`),
    ...differenceLines(entry.difference, context),
  ];
}

function listedTexts({ events, moreEvents, state }: TimelineEntry, { t, terminal }: CliContext): string[] {
  const listed = events.slice(0, LISTED_EVENTS).map((event) => timelineEventText(event, t));
  const count = events.length - listed.length + moreEvents;
  const change = stateChangeText(state, t);
  return [
    ...listed,
    ...(change === null ? [] : [terminal.colors.cyan(change)]),
    ...(count === 0 ? [] : [terminal.colors.dim(t("changes:more", { count }))]),
  ];
}

function differenceLines({ routes, interfaces, resolvers }: Difference, context: CliContext): string[] {
  const { t } = context;
  const sections = [
    ...section("routes", routes, (line) => routeLineText(line, t), context),
    ...section("interfaces", interfaces, (line) => interfaceLineText(line, t), context),
    ...section("resolvers", resolvers, (line) => line, context),
  ];
  return sections.length === 0 ? ["", t("changes:difference.nothing")] : sections;
}

function section<Line>(
  name: keyof Difference,
  { before, after, more }: { readonly before: readonly Line[]; readonly after: readonly Line[]; readonly more: number },
  textOf: (line: Line) => string,
  { t, terminal }: CliContext,
): string[] {
  if (before.length + after.length + more === 0) return [];
  const { bold, red, green, dim } = terminal.colors;
  return [
    "",
    bold(t(`changes:difference.${name}`)),
    ...before.map((line) => red(`  - ${textOf(line)}`)),
    ...after.map((line) => green(`  + ${textOf(line)}`)),
    ...(more === 0 ? [] : [dim(`  ${t("changes:difference.more", { count: more })}`)]),
  ];
}

function timeText({ at }: TimelineEntry, { language }: CliContext): string {
  return new Date(at).toLocaleString(language, { dateStyle: "medium", timeStyle: "medium" });
}
