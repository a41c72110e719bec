import type { Family } from "../network/address.ts";
import type { Neighbour } from "../snapshot/interface.ts";
import type { Route } from "../snapshot/route.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { CutName } from "./contribution.ts";
import { readLayout } from "./netstat-layout.ts";
import type { NetstatLayout } from "./netstat-layout.ts";
import { linkIndex, neighbourOfRoute, routeOfRow } from "./netstat-route.ts";
import { showsWholeInterface, readNetstatRow } from "./netstat-row.ts";
import { isPrompt } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** The lines of one family's table. */
export interface Section {
  readonly family: Family;
  readonly layout: NetstatLayout;
  readonly rows: readonly Line[];
}

interface Rows {
  readonly routes: Route[];
  readonly neighbours: Neighbour[];
  readonly cutNames: CutName[];
}

/** What the rows of one section say, or at which line they stop making sense. */
export interface SectionContent extends Rows {
  readonly family: Family;
  readonly failure: UnreadableOutput | null;
}

const LABELS: Readonly<Record<string, Family>> = { "Internet:": "inet", "Internet6:": "inet6" };
const TITLE = "Routing tables";

/**
 * Cuts the text into its tables. A header without a label above it, as when only the table was copied, belongs to
 * `assumed`. Throws {@link UnreadableOutput} `no-header` for rows that no header explains, and `repeated-table` when a
 * family has two tables.
 */
export function splitSections(lines: readonly Line[], assumed: Family): Section[] {
  const sections: Section[] = [];
  let family = assumed;
  let rows: Line[] | null = null;
  for (const line of lines) {
    const text = line.text.trim();
    const label = LABELS[text];
    const layout = readLayout(line);
    if (label !== undefined) {
      family = label;
      rows = null;
    } else if (layout !== null) {
      if (sections.some((section) => section.family === family))
        throw new UnreadableOutput(line.number, "repeated-table");
      rows = [];
      sections.push({ family, layout, rows });
    } else if (text !== "" && text !== TITLE && !isPrompt(line)) {
      if (rows === null) throw new UnreadableOutput(line.number, "no-header");
      rows.push(line);
    }
  }
  return sections;
}

/**
 * Reads all rows of one table, up to the first that cannot be read. `followed` tells that the text goes on behind the
 * last row, at least with a line end; otherwise that row may be cut, so it must reach the end of its columns.
 */
export function readSection(section: Section, followed: boolean): SectionContent {
  const content = { routes: [], neighbours: [], cutNames: [] };
  return { family: section.family, ...content, failure: firstFailure(section, followed, content) };
}

function firstFailure(section: Section, followed: boolean, content: Rows): UnreadableOutput | null {
  try {
    for (const line of section.rows) addRow(line, section, content);
  } catch (error) {
    if (error instanceof UnreadableOutput) return error;
    throw error;
  }
  const last = section.rows.at(-1);
  if (last === undefined) return new UnreadableOutput(0, "no-row");
  const cut = !followed && !showsWholeInterface(last, section.layout);
  return cut ? new UnreadableOutput(last.number, "cut-row") : null;
}

function addRow(line: Line, section: Section, content: Rows): void {
  const row = readNetstatRow(line, section.family, section.layout);
  const route = routeOfRow(row);
  content.routes.push(route);
  const neighbour = neighbourOfRoute(route);
  if (neighbour !== null) content.neighbours.push(neighbour);
  if (row.interfaceFillsColumn && route.interface === row.interface) {
    content.cutNames.push({ name: row.interface, index: linkIndex(row) });
  }
}
