import type { IpcMain, WebFrameMain } from "electron";
import { answer } from "../../../shared/contract/answer.ts";
import { callChannel, callNames } from "../../../shared/contract/ipc.ts";
import type { Handlers } from "../../../shared/contract/ipc.ts";
import { failed } from "../../../shared/contract/result.ts";
import { APP_ORIGIN } from "../app-page.ts";

/**
 * Answers every call of the contract. A call from a frame that is not the top frame of our own page is refused; what a
 * handler throws is given to `onError` and answered as `internal`, without a message that could carry a path.
 */
export function serveCalls(ipc: Pick<IpcMain, "handle">, handlers: Handlers, onError: (error: unknown) => void): void {
  for (const name of callNames) {
    ipc.handle(callChannel(name), async (event, payload: unknown) => {
      if (!isOurPage(event.senderFrame)) return failed("foreign-sender");
      try {
        return await answer(handlers, name, payload);
      } catch (error) {
        onError(error);
        return failed("internal");
      }
    });
  }
}

/** Whether a frame is the top frame of the popover's page. A frame that is gone (null) is nobody's. */
export function isOurPage(frame: Pick<WebFrameMain, "url" | "parent"> | null): boolean {
  return frame !== null && frame.parent === null && URL.canParse(frame.url) && originOf(frame.url) === APP_ORIGIN;
}

// URL.origin is "null" for schemes that Node does not know, so it is put together by hand.
function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
