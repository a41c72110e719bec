import type { Handlers } from "../../../shared/contract/ipc.ts";
import { LATE_TEXTS } from "../../../shared/locales/late-texts.ts";

/** Answers the call by which the popover gets the texts that its page does not bring. */
export function textHandlers(): Pick<Handlers, "texts"> {
  return { texts: async ({ namespace }) => ({ ok: true, value: LATE_TEXTS[namespace] }) };
}
