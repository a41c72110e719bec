import type { ViewState } from "../../shared/contract/view-state.ts";
import type { ModelStore } from "./model.ts";
import { viewStateOf } from "./view-state-of.ts";

/** Sends view states to the popover: the present one when it subscribes, then one for each change of the model. */
export interface ViewStateStream {
  subscribe(): void;
}

/** Nothing is sent before the page has subscribed; `send` gets states with growing sequence numbers. */
export function viewStateStream(model: ModelStore, send: (state: ViewState) => void): ViewStateStream {
  let sequence = 0;
  let subscribed = false;
  const sendPresent = () => send(viewStateOf(model.getState(), ++sequence));
  model.subscribe(() => {
    if (subscribed) sendPresent();
  });
  return {
    subscribe() {
      subscribed = true;
      sendPresent();
    },
  };
}
