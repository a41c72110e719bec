import type { Handlers } from "../../shared/contract/ipc.ts";
import { DONE, failed } from "../../shared/contract/result.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";
import { checkHandlers } from "./check/check-handlers.ts";
import type { Network } from "./check/check-handlers.ts";
import { clientLogHandlers } from "./client-logs/client-log-handlers.ts";
import type { ClientLogParts } from "./client-logs/client-log-handlers.ts";
import { setupHandlers } from "./helper-setup/set-up-helper.ts";
import type { HelperSetUp } from "./helper-setup/set-up-helper.ts";
import type { ModelStore } from "./model.ts";
import type { Popover } from "./popover/popover.ts";
import { reportHandlers } from "./report/report-handlers.ts";
import type { ReportParts } from "./report/report-handlers.ts";
import type { Repairer } from "./repair/repairer.ts";
import { settingsHandlers } from "./settings/settings-handlers.ts";
import type { SettingsParts } from "./settings/settings-handlers.ts";
import { textHandlers } from "./texts/text-handlers.ts";
import { timelineHandlers } from "./timeline/timeline-handlers.ts";
import type { TimelineStore } from "./timeline/timeline-store.ts";
import { updateHandlers } from "./updates/updates.ts";
import type { AppUpdates } from "./updates/updates.ts";
import { viewHandlers } from "./views/view-handlers.ts";
import type { Ask } from "./watch/questions.ts";

/** What the popover's calls act on. */
export interface HandlerParts {
  readonly model: ModelStore;
  readonly repairer: Repairer;
  readonly timeline: TimelineStore;
  readonly helperSetUp: Pick<HelperSetUp, "setUp">;
  readonly settings: SettingsParts;
  readonly updates: AppUpdates;
  readonly logs: ClientLogParts;
  readonly network: Network;
  readonly report: ReportParts;
  readonly ask: Ask;
  lookNow(): Promise<void>;
  onMistake(error: unknown): CodedText;
  /** Sends the present view state, and from then on each new one. */
  subscribe(): void;
  readonly popover: Pick<Popover, "stay" | "stands" | "hide">;
}

/** The handler of every call of the contract. */
export function createHandlers({
  model,
  repairer,
  timeline,
  helperSetUp,
  settings,
  updates,
  logs,
  network,
  report,
  ask,
  lookNow,
  onMistake,
  subscribe,
  popover,
}: HandlerParts): Handlers {
  return {
    ...viewHandlers(ask),
    ...checkHandlers(ask, network),
    ...timelineHandlers(timeline),
    ...textHandlers(),
    ...reportHandlers(report),
    ...clientLogHandlers(logs),
    ...settingsHandlers(settings),
    ...setupHandlers(helperSetUp),
    ...updateHandlers(updates),
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
    stay: async ({ open }) => {
      popover.stay("file", open);
      return DONE;
    },
    stands: async (standing) => {
      popover.stands(standing);
      return DONE;
    },
    hide: async () => {
      popover.hide();
      return DONE;
    },
  };
}
