import * as v from "valibot";
import { FindingId } from "../health/finding.ts";
import { PlannedStep } from "../repair/plan-model.ts";
import { CodedText } from "../snapshot/coded-text.ts";
import { HelperErrorCode } from "./helper-error.ts";

/** A client that is kept alive, as reports name it. */
export const KeptClient = v.strictObject({
  pid: v.number(),
  interface: v.string(),
  /** Name or address of its server, null when it is not known. */
  server: v.nullable(v.string()),
});
export type KeptClient = v.InferOutput<typeof KeptClient>;

/**
 * Why nothing is done at the moment. `no-router`: no default route yet; `other-family`: the server's address is of one
 * family and this network has only the other; `captive-network`: the network wants a sign-in first; `script-running`: the
 * client's own script is at work; `back-off`: the last try is too short ago; `reconnecting-by-itself`: the client calls
 * its server already.
 */
export const WaitReason = v.picklist([
  "no-router",
  "other-family",
  "captive-network",
  "script-running",
  "back-off",
  "reconnecting-by-itself",
]);
export type WaitReason = v.InferOutput<typeof WaitReason>;

/** What the helper reports while it keeps VPNs alive, in the order in which it happens. */
export const KeepAliveReport = v.variant("kind", [
  /** Which clients are kept now; said at the beginning, even if there is none, and whenever that changes. */
  v.strictObject({
    kind: v.literal("watching"),
    clients: v.array(KeptClient),
    /** Clients that are left to themselves or their supervisor, and why. */
    left: v.array(v.strictObject({ kind: v.string(), pid: v.number(), why: CodedText })),
  }),
  /** The client cannot reach its server any more; `finding` says why. */
  v.strictObject({ kind: v.literal("disturbed"), client: KeptClient, finding: FindingId }),
  v.strictObject({ kind: v.literal("waiting"), client: KeptClient, why: WaitReason }),
  /** What was done, in one journaled transaction. */
  v.strictObject({
    kind: v.literal("acted"),
    txn: v.string(),
    steps: v.array(v.strictObject({ ...PlannedStep.entries, err: v.nullable(HelperErrorCode) })),
  }),
  /**
   * The session goes on after so many milliseconds of silence. `seenBy` traffic: packets came out of the tunnel;
   * connection: a new connection to the server stands; process: the client goes on living, and more cannot be seen.
   * `byItself`: nothing had to be done.
   */
  v.strictObject({
    kind: v.literal("back"),
    client: KeptClient,
    silence: v.number(),
    seenBy: v.picklist(["traffic", "connection", "process"]),
    byItself: v.boolean(),
  }),
  /** The client ended when it was asked to reconnect: the server did not take the session back. */
  v.strictObject({ kind: v.literal("refused"), client: KeptClient }),
  /** So many tries were in vain; nothing more is done until the network changes. */
  v.strictObject({ kind: v.literal("gave-up"), client: KeptClient, tries: v.number() }),
]);
export type KeepAliveReport = v.InferOutput<typeof KeepAliveReport>;
