import type { Handlers } from "../../../shared/contract/ipc.ts";
import { failed } from "../../../shared/contract/result.ts";
import type { Ask } from "../watch/questions.ts";

/** The calls by which views ask for what is too much to push. Each is answered from the last look. */
export function viewHandlers(ask: Ask): Pick<Handlers, "routes" | "routeDetails" | "way" | "interfaces"> {
  return {
    routes: (request) => ask("routes", request),
    routeDetails: async ({ key }) => {
      const details = await ask("routeDetails", key);
      if (!details.ok) return details;
      return details.value === null ? failed("gone") : { ok: true, value: details.value };
    },
    way: ({ address }) => ask("way", address),
    interfaces: () => ask("interfaces", null),
  };
}
