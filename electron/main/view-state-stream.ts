import type { ViewState } from "../../shared/contract/view-state.ts";
import type { ModelStore } from "./model.ts";
import { viewStateOf } from "./view-state-of.ts";

/** Sends view states to the popover: the present one when its page subscribes, then one for each change of the model. */
export interface ViewStateStream {
  subscribe(): void;
  /** The page that had subscribed is gone. */
  unsubscribe(): void;
  /** Settles when a page has been sent the present state: at once while one hears, else when the next one subscribes. */
  subscribed(): Promise<void>;
}

/** Nothing is sent while no page has subscribed; `send` gets states with growing sequence numbers. */
export function viewStateStream(model: ModelStore, send: (state: ViewState) => void): ViewStateStream {
  let sequence = 0;
  let isSubscribed = false;
  let waiting: (() => void)[] = [];
  const sendPresent = () => send(viewStateOf(model.getState(), ++sequence));
  model.subscribe(() => {
    if (isSubscribed) sendPresent();
  });
  return {
    subscribed: () =>
      new Promise((resolve) => {
        if (isSubscribed) resolve();
        else waiting.push(resolve);
      }),
    subscribe() {
      isSubscribed = true;
      sendPresent();
      waiting.forEach((tell) => tell());
      waiting = [];
    },
    unsubscribe() {
      isSubscribed = false;
    },
  };
}
