import type { Handlers } from "../../../shared/contract/ipc.ts";
import { failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import type { ModelStore, Observation } from "../model.ts";
import { routeDetailsOf } from "./route-details.ts";
import { routeTableOf } from "./route-table.ts";
import { wayToText } from "./way-to.ts";

/** The calls by which views ask for what is too much to push. Each answers from the last look. */
export function viewHandlers(model: ModelStore): Pick<Handlers, "routes" | "routeDetails" | "way"> {
  return {
    routes: async (request) => ofLook(model, (look) => given(routeTableOf(look, request))),
    routeDetails: async ({ key }) =>
      ofLook(model, (look) => {
        const details = routeDetailsOf(look, key);
        return details === null ? failed("gone") : given(details);
      }),
    way: async ({ address }) =>
      ofLook(model, ({ snapshot }) => given(wayToText(address, snapshot, model.getState().history))),
  };
}

/** `not-looked-yet` before the first look. */
function ofLook<Value>(model: ModelStore, answer: (look: Observation) => Result<Value>): Result<Value> {
  const { observation } = model.getState();
  return observation === null ? failed("not-looked-yet") : answer(observation);
}

function given<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}
