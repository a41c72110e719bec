import * as v from "valibot";
import { ipcContract } from "./ipc.ts";
import type { CallName, Handlers, Push, PushName } from "./ipc.ts";
import { failed } from "./result.ts";
import type { Result } from "./result.ts";

/**
 * Answers one call: checks the payload, asks the handler. A payload that does not fit the contract is answered with
 * `invalid-request`. What a handler throws is passed on; the caller decides how to log it.
 */
export async function answer(handlers: Handlers, name: CallName, payload: unknown): Promise<Result<unknown>> {
  const request = v.safeParse(ipcContract.calls[name].request, payload);
  if (!request.success) return failed("invalid-request", { call: name });
  const handle = handlers[name] as (request: unknown) => Promise<Result<unknown>>;
  return handle(request.output);
}

/** The payload of a push, checked before it is sent. Throws `ValiError` when it does not fit the contract. */
export function checkedPush<Name extends PushName>(name: Name, payload: Push<Name>): Push<Name> {
  return v.parse(ipcContract.pushes[name], payload);
}
