import type { Handlers } from "../../../shared/contract/ipc.ts";
import { failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import type { ModelStore, Observation } from "../model.ts";
import { factsOfLook } from "./facts-of-look.ts";
import { routeDetailsOf } from "./route-details.ts";
import { routeTableOf } from "./route-table.ts";
import { wayToText } from "./way-to.ts";

/** The calls by which views ask for what is too much to push. Each answers from the last look. */
export function viewHandlers(model: ModelStore): Pick<Handlers, "routes" | "routeDetails" | "way"> {
  return {
    routes: async (request) => ofLook(model, ({ look }) => routeTableOf(look, request)),
    routeDetails: async ({ key }) => {
      const details = ofLook(model, ({ look, facts }) => routeDetailsOf(facts, look.assessment, key));
      if (!details.ok) return details;
      return details.value === null ? failed("gone") : { ok: true, value: details.value };
    },
    way: async ({ address }) => ofLook(model, ({ facts }) => wayToText(address, facts)),
  };
}

/** `not-looked-yet` before the first look. */
function ofLook<Value>(
  model: ModelStore,
  answer: (known: { readonly look: Observation; readonly facts: Facts }) => Value,
): Result<Value> {
  const { observation: look } = model.getState();
  const facts = factsOfLook(model.getState());
  return look === null || facts === null ? failed("not-looked-yet") : { ok: true, value: answer({ look, facts }) };
}
