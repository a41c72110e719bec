import { LINK } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import type { Step } from "../../../shared/repair/step.ts";
import { destinationText } from "../../text/route-text.ts";

/** What one step does, as a key of `app:repair.step` with its arguments; the default route has words of its own. */
export function stepText(step: Step): CodedText {
  const isDefault = "route" in step && destinationText(step.route.destination) === "default";
  return { code: isDefault ? `${step.op}-default` : step.op, args: argumentsOf(step) };
}

function argumentsOf(step: Step): CodedText["args"] {
  switch (step.op) {
    case "delete-route":
    case "add-route":
      return { destination: destinationText(step.route.destination), gateway: hopText(step.route) };
    case "replace-route":
      return {
        destination: destinationText(step.route.destination),
        gateway: hopText(step.replacement),
        previous: hopText(step.route),
      };
    case "nudge-client":
      return { client: step.client };
    case "clear-resolver":
      return { path: step.path, servers: step.servers };
    case "remove-state-file":
      return { path: step.path };
  }
}

function hopText(route: Route): string {
  return route.gateway === LINK ? (route.interface ?? "–") : route.gateway;
}
