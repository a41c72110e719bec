import * as v from "valibot";
import { Route } from "../snapshot/route.ts";

/** Remove one row, named by its full selector. */
const DeleteRouteStep = v.strictObject({ op: v.literal("delete-route"), route: Route });
/** Add one row; never replaces a row that is there. */
const AddRouteStep = v.strictObject({ op: v.literal("add-route"), route: Route });
/** Put `replacement` in the place of `route` (same destination), with as short a gap as the system allows. */
const ReplaceRouteStep = v.strictObject({ op: v.literal("replace-route"), route: Route, replacement: Route });
/** Ask a living client to reconnect, by the signal that it documents. The helper picks the process again by itself. */
const NudgeClientStep = v.strictObject({
  op: v.literal("nudge-client"),
  client: v.string(),
  pid: v.number(),
  startedAt: v.nullable(v.string()),
  signal: v.picklist(["SIGUSR2"]),
});
/** Take out what a VPN script wrote into a resolver file, so that the system's own configuration is back. */
const ClearResolverStep = v.strictObject({
  op: v.literal("clear-resolver"),
  /** `/etc/resolv.conf`. */
  path: v.string(),
  /** Servers that the file names now, so that a file that changed meanwhile is left alone. */
  servers: v.array(v.string()),
});
/** Remove a state file of a client whose process is gone. */
const RemoveStateFileStep = v.strictObject({
  op: v.literal("remove-state-file"),
  path: v.string(),
  pid: v.nullable(v.number()),
});

/** One action of a repair, as data. */
export const Step = v.variant("op", [
  DeleteRouteStep,
  AddRouteStep,
  ReplaceRouteStep,
  NudgeClientStep,
  ClearResolverStep,
  RemoveStateFileStep,
]);
export type Step = v.InferOutput<typeof Step>;
