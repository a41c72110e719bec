import { answer, checkedPush } from "../../shared/contract/answer.ts";
import { callNames, pushNames, subscriptionName } from "../../shared/contract/ipc.ts";
import type { Bridge, CallName, Handlers, Push, PushName } from "../../shared/contract/ipc.ts";
import { DONE } from "../../shared/contract/result.ts";

/** Main and preload in one, in memory: derived from the contract, with the contract's own checks on both sides. */
export interface BridgeDouble {
  readonly bridge: Bridge;
  /** Sends a push to whoever has subscribed. Throws when it does not fit the contract. */
  push<Name extends PushName>(name: Name, payload: Push<Name>): void;
  /** Sends a payload that nobody checked, as a broken main would. */
  pushUnchecked(name: PushName, payload: unknown): void;
  /** The requests that reached a handler, in order. */
  readonly calls: readonly { readonly name: CallName; readonly request: unknown }[];
}

/** A double whose calls all end well, but for those that `handlers` answers otherwise. */
export function bridgeDouble(handlers: Partial<Handlers> = {}): BridgeDouble {
  const calls: { name: CallName; request: unknown }[] = [];
  const listeners = new Map<PushName, Set<(payload: unknown) => void>>(pushNames.map((name) => [name, new Set()]));
  const all = Object.fromEntries(
    callNames.map((name) => {
      const handle = (handlers[name] ?? (async () => DONE)) as (request: unknown) => Promise<unknown>;
      return [name, async (request: unknown) => (calls.push({ name, request }), handle(request))];
    }),
  ) as unknown as Handlers;
  const send = (name: PushName, payload: unknown) => listeners.get(name)?.forEach((listener) => listener(payload));
  return {
    calls,
    push: (name, payload) => send(name, checkedPush(name, payload)),
    pushUnchecked: send,
    bridge: Object.fromEntries([
      ...callNames.map((name) => [name, (request: unknown) => answer(all, name, request)]),
      ...pushNames.map((name) => [
        subscriptionName(name),
        (listener: (payload: unknown) => void) => {
          listeners.get(name)?.add(listener);
          return () => listeners.get(name)?.delete(listener);
        },
      ]),
    ]) as Bridge,
  };
}
