import { create } from "zustand";
import type { StoreApi, UseBoundStore } from "zustand";
import type { Client, Push } from "../../shared/contract/ipc.ts";
import type { ViewState } from "../../shared/contract/view-state.ts";

/** What main has pushed, and nothing else. */
export interface Pushed {
  /** Null until the first view state has come. */
  readonly view: ViewState | null;
  /** The finding that main asked to bring into view last, with a number of its own so that asking twice is noticed. */
  readonly reveal: (Push<"reveal"> & { readonly nth: number }) | null;
  /** The view that main asked to open last, with a number of its own. */
  readonly open: (Push<"open"> & { readonly nth: number }) | null;
}

export type ViewStore = UseBoundStore<StoreApi<Pushed>>;

/** A store that is fed by the client's pushes. A view state that is older than the one held is left out. */
export function createViewStore(client: Pick<Client, "onViewState" | "onReveal" | "onOpen">): ViewStore {
  const store = create<Pushed>(() => ({ view: null, reveal: null, open: null }));
  client.onViewState((view) => {
    const held = store.getState().view?.sequence ?? 0;
    if (view.sequence > held) store.setState({ view });
  });
  client.onReveal((push) => store.setState(({ reveal }) => ({ reveal: { ...push, nth: (reveal?.nth ?? 0) + 1 } })));
  client.onOpen((push) => store.setState(({ open }) => ({ open: { ...push, nth: (open?.nth ?? 0) + 1 } })));
  return store;
}
