import type { Capture } from "../../../shared/capture/capture.ts";
import type { Step } from "../../../shared/repair/step.ts";
import { isDefault } from "../../../shared/network/route-prefix.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { RecordedCapture } from "../recorded-captures.ts";
import { isShownDead, isShownOnLink } from "./dead-row-oracle.ts";
import { textOf } from "./judged-capture.ts";
import type { JudgedCapture } from "./judged-capture.ts";
import { unitsOf } from "./units.ts";

type Change = Extract<Step, { op: "delete-route" | "replace-route" }>;

/** Rows that the plan would delete or replace although they are not listed as stale, in words. For captures of the same machine. */
export function changesOfGoodRows({ selected }: JudgedCapture, { expected }: RecordedCapture): string[] {
  const stale = new Set(expected.stale.map(({ cidr }) => cidr));
  return selected.filter(isChange).filter(({ route }) => !stale.has(route.destination)).map(inWords);
}

/**
 * What is wrong with the plan for a damaged capture, in words. A damage can describe another machine: a router's address
 * with another digit makes a row stale indeed. So two things are held against the plan, both decidable.
 *
 * First, in the damaged capture itself the row must be shown dead, by an oracle that is not the product's; and a router
 * that is put in its place, or added, must be shown to be on-link.
 *
 * Second, a row that was good before the damage must be left alone when the damage touched nothing that the row rests on:
 * its own unit (line, block, JSON element), those that name its interface, next hop or source, the headings of its table;
 * and for a tunnel's row all that tells who holds the tunnel.
 */
export function wrongChanges(damaged: JudgedCapture, whole: JudgedCapture, recorded: RecordedCapture): string[] {
  const { selected, snapshot } = damaged;
  const changes = selected.filter(isChange);
  const good = changes.length === 0 ? [] : goodRows(whole.snapshot, recorded);
  return [
    ...changes.filter(({ route }) => !isShownDead(route, snapshot)).map((step) => `not shown dead: ${inWords(step)}`),
    ...selected.filter((step) => leadsNowhere(step, snapshot)).map((step) => `to a router not on-link: ${inWords(step)}`),
    ...changes
      .filter(({ route }) => good.some((row) => isSamePlace(row, route) && isUntouched(row, damaged.capture, whole.capture)))
      .map((step) => `good and untouched: ${inWords(step)}`),
  ];
}

function isChange(step: Step): step is Change {
  return step.op === "delete-route" || step.op === "replace-route";
}

function inWords(step: Step): string {
  if (!("route" in step)) return step.op;
  const { destination, gateway, interface: name } = step.route;
  return `${step.op} ${destination} via ${gateway} dev ${name}`;
}

function goodRows({ routes }: Snapshot, { expected }: RecordedCapture): Route[] {
  const stale = new Set(expected.stale.map(({ cidr }) => cidr));
  return [...valuesOf(routes.inet), ...valuesOf(routes.inet6)].filter(({ destination }) => !stale.has(destination));
}

function leadsNowhere(step: Step, snapshot: Snapshot): boolean {
  const route = step.op === "replace-route" ? step.replacement : step.op === "add-route" ? step.route : null;
  if (route === null || route.interface === null) return false;
  if (isShownOnLink(route.gateway, route.interface, snapshot)) return false;
  const rows = [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
  return !rows.some((row) => isDefault(row) && row.gateway === route.gateway && row.interface === route.interface);
}

// The kernel deletes by the place of a row; Darwin even ignores the gateway (macos-facts §4.3).
function isSamePlace(row: Route, other: Route): boolean {
  const fields = ["family", "destination", "table", "metric", "host", "scoped"] as const;
  const isScopeEqual = !row.scoped || row.interface === other.interface;
  return isScopeEqual && fields.every((field) => row[field] === other[field]);
}

function isUntouched(row: Route, damaged: Capture, whole: Capture): boolean {
  return whole.files.every((file) => {
    const other = damaged.files.find(({ name }) => name === file.name);
    if (other === undefined) return false;
    if (other === file) return true;
    if (textOf(other) === textOf(file)) return true;
    if (isAboutOwners(file.source) && /^(?:utun|tun|tap|wg|ppp|feth)/.test(row.interface ?? "")) return false;
    return evidenceIn(textOf(other), row) === evidenceIn(textOf(file), row);
  });
}

function isAboutOwners(source: string): boolean {
  return /\b(?:ps|lsof)\b|^file:\/proc|systm/.test(source);
}

const HEADINGS = /^(?:Routing tables|Internet6?:|Destination\b)|224\.0\.0(?!\/4)/;

function evidenceIn(text: string, row: Route): string {
  const names = [row.interface, row.source, row.gateway === "link" ? null : row.gateway, row.destination.replace(/\/\d+$/, "")];
  const patterns = names.flatMap((name) => (name === null ? [] : [mentionOf(name)]));
  // On an old macOS the table shows the first letters of long names only.
  if ((row.interface ?? "").length > 7) patterns.push(mentionOf((row.interface ?? "").slice(0, 7)));
  const units = unitsOf(text).filter((unit) => HEADINGS.test(unit) || patterns.some((pattern) => pattern.test(unit)));
  return units.toSorted().join("\n");
}

function mentionOf(name: string): RegExp {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w.])${literal}(?!\\w)`);
}
