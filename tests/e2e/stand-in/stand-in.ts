import { app, ipcMain, session } from "electron";
import { declareAppScheme, serveApp } from "../../../electron/main/app-scheme.ts";
import { pusherTo } from "../../../electron/main/ipc/pusher.ts";
import { serveCalls } from "../../../electron/main/ipc/serve-calls.ts";
import { lockDownPages, lockDownSession, sandboxPages } from "../../../electron/main/lock-down.ts";
import { checkHandlers } from "../../../electron/main/check/check-handlers.ts";
import type { Network } from "../../../electron/main/check/check-handlers.ts";
import { painted } from "../../../electron/main/popover/painted.ts";
import { createPopover } from "../../../electron/main/popover/popover.ts";
import { textHandlers } from "../../../electron/main/texts/text-handlers.ts";
import { timelineHandlers } from "../../../electron/main/timeline/timeline-handlers.ts";
import { createTimelineStore } from "../../../electron/main/timeline/timeline-store.ts";
import { viewHandlers } from "../../../electron/main/views/view-handlers.ts";
import type { KnownLook } from "../../../electron/main/watch/conclude.ts";
import { askHere } from "../../../electron/main/watch/questions.ts";
import type { Known } from "../../../electron/main/watch/questions.ts";
import { callNames } from "../../../shared/contract/ipc.ts";
import type { CallName, Handlers, Push } from "../../../shared/contract/ipc.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { Timeline } from "../../../shared/history/timeline.ts";
import { DONE } from "../../../shared/contract/result.ts";

/** What a test may do with the stand-in, from inside its main process. */
export interface StandIn {
  /** Shows a view state; it goes through the contract's own check, as all that main sends. Settles when it is painted. */
  show(state: Push<"viewState">): Promise<void>;
  reveal(push: Push<"reveal">): void;
  /** The look from which the views' questions are answered from now on, by the real handlers; null before the first. */
  look(look: KnownLook | null): void;
  /** What these calls are answered from now on, in the place of what is answered by itself. */
  offer(answers: Partial<Record<CallName, unknown>>): void;
  /** What happened on the machine, the oldest first. */
  tell(entries: Timeline): void;
  /** The calls that the page has made, in order. */
  readonly calls: { readonly name: CallName; readonly request: unknown }[];
  /** Addresses that the page asked for, whatever became of them. */
  readonly requests: string[];
}

/*
 * A main process with nothing behind it: the real window, scheme, preload and contract, and handlers that write down what
 * they are asked; the views' questions about a look are answered as the app does. Usage: electron stand-in.mjs <project folder>
 */
const project = process.argv.at(-1) ?? "";
const calls: StandIn["calls"] = [];
const requests: string[] = [];
let known: Known | null = null;
const ask = askHere(() => known);
// No name is known, and nobody answers a try: a test asks nothing of the network.
const network: Network = {
  lookUpName: async () => ({ state: "failed", reason: "not-found", code: "ENOTFOUND" }),
  tryConnect: async (address) => ({ address, result: "timed-out", errno: null, milliseconds: 5000, source: null }),
};
const offered: Partial<Record<CallName, unknown>> = {};
const timeline = createTimelineStore();
const answered = {
  ...viewHandlers(ask),
  ...checkHandlers(ask, network),
  ...timelineHandlers(timeline),
  ...textHandlers(),
} as Partial<Record<CallName, (request: unknown) => Promise<unknown>>>;
const handlers = Object.fromEntries(
  callNames.map((name) => [
    name,
    async (request: unknown) => {
      calls.push({ name, request });
      return offered[name] ?? answered[name]?.(request) ?? DONE;
    },
  ]),
) as Handlers;

sandboxPages(app);
declareAppScheme();
lockDownPages(app);
app.on("window-all-closed", () => app.quit());
void app.whenReady().then(async () => {
  lockDownSession(session.defaultSession);
  session.defaultSession.webRequest.onSendHeaders(({ url }) => requests.push(url));
  serveApp(session.defaultSession.protocol, `${project}/out/renderer`);
  serveCalls(ipcMain, handlers, (error) => console.error(error));
  const popover = createPopover({
    preload: `${project}/out/preload/preload.cjs`,
    hidesOn: "nothing",
    textSize: 100,
    prepareSession: () => {},
    told: async () => {},
    onBroken: (reason) => console.error(reason),
  });
  const push = pusherTo(popover.page);
  const standIn: StandIn = {
    show: async (state) => {
      push("viewState", state);
      const page = popover.page();
      if (page !== null) await painted(page);
    },
    reveal: (payload) => push("reveal", payload),
    look: (look) => void (known = look && { look, history: EMPTY_HISTORY }),
    offer: (answers) => void Object.assign(offered, answers),
    tell: (entries) => timeline.setState({ entries }),
    calls,
    requests,
  };
  await popover.showAgain();
  Object.assign(globalThis, { standIn });
});
