import * as v from "valibot";
import { Certainty, Finding, FindingId, Severity } from "../health/finding.ts";
import { RouteExplanation } from "../explain/route-explanation.ts";
import { Route } from "../snapshot/route.ts";

/** Which rows are asked for: all, those through a tunnel, or those that a finding is about. */
export const RouteFilter = v.picklist(["all", "tunnel", "marked"]);
export type RouteFilter = v.InferOutput<typeof RouteFilter>;

/** Longest text that is searched for, in characters; longer than any row. */
export const LONGEST_SEARCH = 200;

/** What is typed into the search of routes: a part of a row, or an address. */
export const SearchText = v.pipe(v.string(), v.maxLength(LONGEST_SEARCH));

/** What the routes view asks for. */
export const RouteTableRequest = v.strictObject({
  /** Rows are kept when their destination, next hop, interface or table contains this; empty keeps all. */
  search: SearchText,
  filter: RouteFilter,
  /** Rows beyond this number are counted, not sent: tables can have a million. */
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
});
export type RouteTableRequest = v.InferOutput<typeof RouteTableRequest>;

/** What a finding says about a row. */
export const RouteMark = v.strictObject({ finding: FindingId, severity: Severity, certainty: Certainty });
export type RouteMark = v.InferOutput<typeof RouteMark>;

/** One row as the list shows it. */
export const RouteRow = v.strictObject({
  /** Names the row in `routeDetails`. */
  key: v.string(),
  /** CIDR. */
  destination: v.string(),
  /** Address, or `link`. */
  gateway: v.string(),
  interface: v.nullable(v.string()),
  /** Linux table where it is not `main`, else null. */
  table: v.nullable(v.string()),
  /** A key of `app:role`. */
  role: v.string(),
  /** Null when nothing is wrong with it. */
  mark: v.nullable(RouteMark),
});
export type RouteRow = v.InferOutput<typeof RouteRow>;

/** The rows that were asked for, marked ones first, the others in the order of the system. */
export const RouteTable = v.strictObject({
  /** How many rows match the search, by filter. */
  counts: v.strictObject({ all: v.number(), tunnel: v.number(), marked: v.number() }),
  rows: v.array(RouteRow),
});
export type RouteTable = v.InferOutput<typeof RouteTable>;

/** One row with all that is known about it. */
export const RouteDetails = v.strictObject({
  route: Route,
  explanation: RouteExplanation,
  /** What is wrong with it, null when nothing is. */
  finding: v.nullable(Finding),
});
export type RouteDetails = v.InferOutput<typeof RouteDetails>;
