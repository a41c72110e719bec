// @ts-check
import { PROTOCOL_VERSION } from "../../../shared/contract/helper-protocol.ts";
import { requestLine } from "../../../shared/contract/helper-wire.ts";
import { macPayload } from "../../../shared/helper-setup/mac-payload.ts";
import { NODE_FLAGS } from "../../../shared/helper-setup/node-flags.ts";
import { DARWIN_PLACES, HELPER_ID } from "../../../shared/helper-setup/places.ts";

/** What the helper's package takes from the product's own TypeScript. */
export const fromSources = {
  identifier: HELPER_ID,
  places: DARWIN_PLACES,
  nodeFlags: NODE_FLAGS,
  build: { version: __VERSION__, ruleset: __RULESET__ },
  payload: macPayload,
  /** The first line that a client of the helper sends. */
  hello: `${requestLine({ v: PROTOCOL_VERSION, id: 1, op: "hello" })}\n`,
};
