import { loggingClients } from "../../../shared/clients/logging-clients.ts";
import type { LoggingClient } from "../../../shared/clients/logging-clients.ts";
import type { RouteDetails, RouteTable, RouteTableRequest } from "../../../shared/contract/route-table.ts";
import { failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import type { InterfacesReport } from "../../../shared/explain/interface-report.ts";
import { interfacesReport } from "../../../shared/explain/interfaces-report.ts";
import type { History } from "../../../shared/history/history.ts";
import type { Preflight, Way } from "../../../shared/preflight/preflight-report.ts";
import { preflight } from "../../../shared/preflight/preflight.ts";
import type { Destination } from "../../../shared/preflight/preflight.ts";
import { bootTime } from "../../observe/boot-time.ts";
import { factsOfLook } from "../views/facts-of-look.ts";
import { routeDetailsOf } from "../views/route-details.ts";
import { routeTableOf } from "../views/route-table.ts";
import { wayToText } from "../../../shared/preflight/way-to-text.ts";
import type { KnownLook } from "./conclude.ts";

/** What can be asked about the last look: what is given, and what comes back. */
export interface Questions {
  readonly routes: { readonly given: RouteTableRequest; readonly answer: RouteTable };
  /** By the row's key; null when the look has no such row. */
  readonly routeDetails: { readonly given: string; readonly answer: RouteDetails | null };
  /** To the address in a text; null when it is none. */
  readonly way: { readonly given: string; readonly answer: Way | null };
  readonly interfaces: { readonly given: null; readonly answer: InterfacesReport };
  readonly preflight: { readonly given: Destination; readonly answer: Preflight };
  /** The clients that run, with the logs that their command lines name. */
  readonly loggingClients: { readonly given: null; readonly answer: readonly LoggingClient[] };
}
export type QuestionName = keyof Questions;

/** Asks about the last look, wherever it is kept. `not-looked-yet` before the first. */
export type Ask = <Name extends QuestionName>(
  name: Name,
  given: Questions[Name]["given"],
) => Promise<Result<Questions[Name]["answer"]>>;

/** The last look and the history that it was judged by. */
export interface Known {
  readonly look: KnownLook;
  readonly history: History;
}

const ANSWERS: {
  readonly [Name in QuestionName]: (known: Known, given: Questions[Name]["given"]) => Questions[Name]["answer"];
} = {
  routes: ({ look }, request) => routeTableOf(look, request),
  routeDetails: ({ look, history }, key) => routeDetailsOf(factsOfLook(look.snapshot, history), look.assessment, key),
  way: ({ look, history }, text) => wayToText(text, factsOfLook(look.snapshot, history)),
  interfaces: ({ look, history }) => interfacesReport(factsOfLook(look.snapshot, history), bootTime()),
  preflight: ({ look, history }, destination) => preflight(look.snapshot, history, destination),
  loggingClients: ({ look }) => loggingClients(look.assessment.clients, look.snapshot),
};

/** Answers from what is known here and now; `known` gives null before the first look. */
export function askHere(known: () => Known | null): Ask {
  return async (name, given) => {
    const now = known();
    return now === null ? failed("not-looked-yet") : { ok: true, value: ANSWERS[name](now, given) };
  };
}
