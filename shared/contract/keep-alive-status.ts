import * as v from "valibot";
import { CodedText } from "../snapshot/coded-text.ts";
import { KeptClient, WaitReason } from "./keep-alive.ts";

/** What the app knows about keeping VPNs alive at one moment. */
export const KeepAliveStatus = v.variant("state", [
  /** The user does not want it. */
  v.strictObject({ state: v.literal("off") }),
  /** Wanted, but no VPN is there that could be kept. */
  v.strictObject({ state: v.literal("idle") }),
  /** The helper is being started; `again`: it had ended before its time. */
  v.strictObject({ state: v.literal("starting"), again: v.boolean() }),
  v.strictObject({ state: v.literal("watching"), clients: v.array(KeptClient) }),
  /** A client lost its server, and it is put right; `waiting` says why nothing is done at the moment. */
  v.strictObject({ state: v.literal("restoring"), client: KeptClient, waiting: v.nullable(WaitReason) }),
  /** As watching; the last client that was disturbed came back at `at` (ISO 8601) after `silence` milliseconds. */
  v.strictObject({ state: v.literal("back"), client: KeptClient, silence: v.number(), at: v.string() }),
  /** So many tries were in vain; nothing more is done until the network changes. */
  v.strictObject({ state: v.literal("gave-up"), client: KeptClient, tries: v.number() }),
  /** The client ended, because its server did not take the session back. */
  v.strictObject({ state: v.literal("refused"), client: KeptClient }),
  /** Another program keeps them alive already. */
  v.strictObject({ state: v.literal("elsewhere") }),
  /** It does not work here, and is not tried again until the user turns the switch off and on; a key of `app:error`. */
  v.strictObject({ state: v.literal("unavailable"), error: CodedText }),
]);
export type KeepAliveStatus = v.InferOutput<typeof KeepAliveStatus>;

/** While it waits for these the user has to do something, and is told what. */
const WAITS_FOR_USER: ReadonlySet<WaitReason | null> = new Set<WaitReason>(["other-family", "captive-network"]);

/** Whether it goes on only when the user does something. */
export function waitsForUser(status: KeepAliveStatus): boolean {
  return status.state === "restoring" && WAITS_FOR_USER.has(status.waiting);
}

/** Whether a VPN that is there comes back only when the user does something. */
export function needsUser(status: KeepAliveStatus): boolean {
  return waitsForUser(status) || status.state === "gave-up";
}
