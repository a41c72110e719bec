import type { ViewState } from "../../shared/contract/view-state.ts";
import type { ModelStore } from "./model.ts";
import { viewStateOf } from "./view-state-of.ts";

/** Sends view states to the popover: the present one when it subscribes, then one for each change of the model. */
export interface ViewStateStream {
  subscribe(): void;
  /** Settles when the popover has subscribed first: from then on it hears what it is told. */
  readonly subscribed: Promise<void>;
}

/** Nothing is sent before the page has subscribed; `send` gets states with growing sequence numbers. */
export function viewStateStream(model: ModelStore, send: (state: ViewState) => void): ViewStateStream {
  let sequence = 0;
  let isSubscribed = false;
  let settle = () => {};
  const subscribed = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const sendPresent = () => send(viewStateOf(model.getState(), ++sequence));
  model.subscribe(() => {
    if (isSubscribed) sendPresent();
  });
  return {
    subscribed,
    subscribe() {
      isSubscribed = true;
      sendPresent();
      settle();
    },
  };
}
