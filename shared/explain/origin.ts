import type { CodedText } from "../snapshot/coded-text.ts";
import type { RouteOrigin } from "./route-explanation.ts";

/** An origin with its evidence. */
export function origin(
  by: RouteOrigin["by"],
  certainty: RouteOrigin["certainty"],
  args: RouteOrigin["args"],
  evidence: CodedText[],
): RouteOrigin {
  return { by, certainty, args, evidence };
}
