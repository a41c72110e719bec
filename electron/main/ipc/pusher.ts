import type { WebContents } from "electron";
import { checkedPush } from "../../../shared/contract/answer.ts";
import { pushChannel } from "../../../shared/contract/ipc.ts";
import type { Push, PushName } from "../../../shared/contract/ipc.ts";

/** Sends to the popover's page. Throws `ValiError` when the payload does not fit the contract. */
export type SendPush = <Name extends PushName>(name: Name, payload: Push<Name>) => void;

/** A sender to one page; nothing is sent when the page is gone. */
export function pusherTo(page: Pick<WebContents, "send" | "isDestroyed">): SendPush {
  return (name, payload) => {
    if (!page.isDestroyed()) page.send(pushChannel(name), checkedPush(name, payload));
  };
}
