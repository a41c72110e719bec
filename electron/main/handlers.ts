import type { Handlers } from "../../shared/contract/ipc.ts";
import type { Settings } from "../../shared/contract/settings.ts";
import { DONE, failed } from "../../shared/contract/result.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";
import { checkHandlers } from "./check/check-handlers.ts";
import type { Network } from "./check/check-handlers.ts";
import type { ModelStore } from "./model.ts";
import type { Repairer } from "./repair/repairer.ts";
import { timelineHandlers } from "./timeline/timeline-handlers.ts";
import type { TimelineStore } from "./timeline/timeline-store.ts";
import { viewHandlers } from "./views/view-handlers.ts";
import type { Ask } from "./watch/questions.ts";

/** What the popover's calls act on. */
export interface HandlerParts {
  readonly model: ModelStore;
  readonly repairer: Repairer;
  readonly timeline: TimelineStore;
  readonly network: Network;
  readonly ask: Ask;
  lookNow(): Promise<void>;
  /** Keeps a choice of the user on disk and puts it into the model. */
  changeSettings(change: Partial<Settings>): void;
  onMistake(error: unknown): CodedText;
  /** Sends the present view state, and from then on each new one. */
  subscribe(): void;
  stay(open: boolean): void;
  hide(): void;
}

/** The handler of every call of the contract. */
export function createHandlers({
  model,
  repairer,
  timeline,
  network,
  ask,
  lookNow,
  changeSettings,
  onMistake,
  subscribe,
  stay,
  hide,
}: HandlerParts): Handlers {
  return {
    ...viewHandlers(ask),
    ...checkHandlers(ask, network),
    ...timelineHandlers(timeline),
    subscribe: async () => {
      subscribe();
      return DONE;
    },
    look: async () => {
      try {
        await lookNow();
        return DONE;
      } catch (error) {
        const { code, args } = onMistake(error);
        model.setState({ outcome: { kind: "failed", during: "look", error: { code, args }, undoable: null } });
        return failed(code, args);
      }
    },
    repair: (request) => repairer.repair(request),
    undo: ({ transaction }) => repairer.undo(transaction),
    dismissOutcome: async () => {
      model.setState({ outcome: null });
      return DONE;
    },
    setKeepAlive: async ({ on }) => {
      changeSettings({ keepAlive: on });
      return DONE;
    },
    stay: async ({ open }) => {
      stay(open);
      return DONE;
    },
    hide: async () => {
      hide();
      return DONE;
    },
  };
}
