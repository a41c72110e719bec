import type { ConnectOptions, HelperConnection } from "./helper-connection.ts";
import { HelperFailure } from "./helper-failure.ts";

/** Starts the helper and greets it. Throws HelperFailure. */
export async function connectHelper(options: ConnectOptions = {}): Promise<HelperConnection> {
  throw new HelperFailure("helper-missing", { path: options.helper ?? "" });
}
