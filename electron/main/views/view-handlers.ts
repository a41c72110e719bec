import type { Handlers } from "../../../shared/contract/ipc.ts";
import { failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import type { ModelStore, Observation } from "../model.ts";
import { routeDetailsOf } from "./route-details.ts";
import { routeTableOf } from "./route-table.ts";

/** The calls by which views ask for what is too much to push. Each answers from the last look. */
export function viewHandlers(model: ModelStore): Pick<Handlers, "routes" | "routeDetails"> {
  return {
    routes: async (request) => ofLook(model, (look) => routeTableOf(look, request)),
    routeDetails: async ({ key }) => ofLook(model, (look) => routeDetailsOf(look, key)),
  };
}

/** `not-looked-yet` before the first look; `gone` when the look does not have what was asked for. */
function ofLook<Value>(model: ModelStore, answer: (look: Observation) => Value | null): Result<Value> {
  const { observation } = model.getState();
  if (observation === null) return failed("not-looked-yet");
  const value = answer(observation);
  return value === null ? failed("gone") : { ok: true, value };
}
