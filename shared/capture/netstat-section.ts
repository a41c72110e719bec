import type { Family } from "../network/address.ts";
import type { Neighbour } from "../snapshot/interface.ts";
import type { Route } from "../snapshot/route.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { CutName } from "./contribution.ts";
import { readLayout } from "./netstat-layout.ts";
import type { NetstatLayout } from "./netstat-layout.ts";
import { linkIndex, neighbourOfRoute, routeOfRow } from "./netstat-route.ts";
import { beginsLikeRow, isRowLike, readNetstatRow, showsWholeInterface } from "./netstat-row.ts";
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

/** The tables of a text. */
export interface Tables {
  readonly sections: readonly Section[];
  /** Whether rows were left out (`…`, `# snip #`), or a line behind a table may be the rest of one. */
  readonly elided: boolean;
}

/** A line that stands for others: dots, or a lone word that says so. */
const ELISION =
  /^[^\p{L}\p{N}]*(?:\.{2,}|…|⋮)|^[^\p{L}\p{N}]*(?:snip|snipped|truncated|omitted|省略|中略)[^\p{L}\p{N}]*$/iu;

/**
 * Cuts the text into its tables. A header without a label above it, as when only the table was copied, belongs to
 * `assumed`. Other text around the tables is passed over: people paste whole sessions. Throws {@link UnreadableOutput}
 * `no-header` for rows that no header explains, and `repeated-table` when a family has two tables.
 */
export function splitSections(lines: readonly Line[], assumed: Family): Tables {
  const reading: Reading = { sections: [], family: assumed, rows: null, elided: false, afterBlank: false };
  for (const line of lines) {
    readLine(reading, line, line.text.trim());
    reading.afterBlank = line.text.trim() === "";
  }
  return reading;
}

interface Reading {
  readonly sections: Section[];
  family: Family;
  /** Of the table that the present line belongs to, null between tables. */
  rows: Line[] | null;
  elided: boolean;
  afterBlank: boolean;
}

function readLine(reading: Reading, line: Line, text: string): void {
  const label = LABELS[text];
  const layout = readLayout(line);
  if (layout !== null) return beginTable(reading, line, layout);
  if (label !== undefined) reading.family = label;
  if (label !== undefined || text === TITLE) reading.rows = null;
  else if (ELISION.test(text)) reading.elided = true;
  else if (isRowLike(line)) rowsOf(reading, line).push(line);
  else if (text !== "") readOther(reading, line);
}

function beginTable(reading: Reading, line: Line, layout: NetstatLayout): void {
  const { sections, family } = reading;
  if (sections.some((section) => section.family === family)) throw new UnreadableOutput(line.number, "repeated-table");
  const rows: Line[] = [];
  reading.rows = rows;
  sections.push({ family, layout, rows });
}

function rowsOf({ rows }: Reading, line: Line): Line[] {
  if (rows === null) throw new UnreadableOutput(line.number, "no-header");
  return rows;
}

// Right below a row it is a broken row, which readSection refuses; behind a prompt or a blank line it is other text: prose,
// or the output of another command. What begins there like a row may be one.
function readOther(reading: Reading, line: Line): void {
  if (reading.rows === null) return;
  const isOtherText = reading.afterBlank || isPrompt(line);
  if (!isOtherText) reading.rows.push(line);
  else reading.rows = null;
  if (reading.afterBlank && beginsLikeRow(line)) reading.elided = true;
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
