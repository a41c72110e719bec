import type { WebContents } from "electron";
import { checkedPush } from "../../../shared/contract/answer.ts";
import { pushChannel } from "../../../shared/contract/ipc.ts";
import type { Push, PushName } from "../../../shared/contract/ipc.ts";

/** Sends to the popover's page. Throws `ValiError` when the payload does not fit the contract. */
export type SendPush = <Name extends PushName>(name: Name, payload: Push<Name>) => void;

/** A sender to whichever page there is; nothing is sent while there is none. */
export function pusherTo(page: () => Pick<WebContents, "send"> | null): SendPush {
  return (name, payload) => page()?.send(pushChannel(name), checkedPush(name, payload));
}
