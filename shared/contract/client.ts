import * as v from "valibot";
import { callNames, ipcContract, pushNames, subscriptionName } from "./ipc.ts";
import type { Bridge, CallName, Client, PushName } from "./ipc.ts";
import { failed, resultOf } from "./result.ts";
import type { Result } from "./result.ts";

/**
 * The popover's side of the contract. Every answer and push is checked: an answer that does not fit becomes the error
 * `invalid-response`, a push that does not fit is given to `onBadPush` and not delivered.
 */
export function createClient(bridge: Bridge, onBadPush: (name: PushName, issue: string) => void): Client {
  const calls = callNames.map((name) => [name, (request: unknown) => call(bridge, name, request)]);
  const subscriptions = pushNames.map((name) => {
    const deliver = (listener: (payload: unknown) => void) => (payload: unknown) => {
      const parsed = v.safeParse(ipcContract.pushes[name], payload);
      if (parsed.success) listener(parsed.output);
      else onBadPush(name, parsed.issues[0].message);
    };
    const key = subscriptionName(name);
    return [key, (listener: (payload: unknown) => void) => bridge[key](deliver(listener))];
  });
  return Object.fromEntries([...calls, ...subscriptions]) as Client;
}

async function call(bridge: Bridge, name: CallName, request: unknown): Promise<Result<unknown>> {
  const response = v.safeParse(resultOf(ipcContract.calls[name].response), await bridge[name](request));
  return response.success ? response.output : failed("invalid-response", { call: name });
}
