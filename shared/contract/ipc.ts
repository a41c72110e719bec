import * as v from "valibot";
import { InterfacesReport } from "../explain/interface-report.ts";
import { FindingId } from "../health/finding.ts";
import { TimelineEntry, TimelineSummary } from "../history/timeline.ts";
import { Way } from "../preflight/preflight-report.ts";
import { CheckAnswer, CheckRequest } from "./check.ts";
import { DetectedLog, LogText } from "./client-logs.ts";
import { HELPER_LIMITS } from "./helper-limits.ts";
import { Report, ReportFile, ReportText } from "./report.ts";
import type { Result } from "./result.ts";
import { RouteDetails, RouteTable, RouteTableRequest, SearchText } from "./route-table.ts";
import { SettingsChange } from "./settings.ts";
import { Standing } from "./standing.ts";
import { LateNamespace, LateTexts } from "./texts.ts";
import { ViewState } from "./view-state.ts";

const Nothing = v.null();
const StepId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const TransactionId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const RouteKey = v.pipe(v.string(), v.maxLength(1000));

/** The repair that the user saw and confirmed. */
export const RepairRequest = v.strictObject({
  /** Digest of the plan that was shown. */
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Ids of the steps that are to be done. */
  steps: v.pipe(v.array(StepId), v.minLength(1), v.maxLength(HELPER_LIMITS.chosenSteps)),
});
export type RepairRequest = v.InferOutput<typeof RepairRequest>;

/**
 * Everything that crosses between the main process and the popover, and nowhere else. Main's handlers, the preload's
 * functions, the renderer's client and the tests' double are derived from this object: a call without a handler does
 * not compile. How a repair ended is part of the view state, so that it is shown also when the tray asked for it.
 */
export const ipcContract = {
  calls: {
    /** From now on send the view state on each change; the present one follows at once. */
    subscribe: { request: Nothing, response: Nothing },
    /** Look at the machine now. */
    look: { request: Nothing, response: Nothing },
    /** Do the steps if the plan is still the one that was shown. */
    repair: { request: RepairRequest, response: Nothing },
    /** Put back what a repair changed. */
    undo: { request: v.strictObject({ transaction: TransactionId }), response: Nothing },
    /** Put the last outcome away. */
    dismissOutcome: { request: Nothing, response: Nothing },
    /** The rows of the routing tables that match; asked for only while the routes are looked at. */
    routes: { request: RouteTableRequest, response: RouteTable },
    /** Everything about one row. */
    routeDetails: { request: v.strictObject({ key: RouteKey }), response: RouteDetails },
    /** Which row takes packets to an address and why not the others; null when the text is no address. */
    way: { request: v.strictObject({ address: SearchText }), response: v.nullable(Way) },
    /** Every interface with what it is for and whose it is, and the VPN programs that run or left notes. */
    interfaces: { request: Nothing, response: InterfacesReport },
    /** What would happen if a client connected to a server now. Names are looked up; nothing else is sent. */
    check: { request: CheckRequest, response: CheckAnswer },
    /** The same, and one TCP connect is tried. */
    probe: { request: CheckRequest, response: CheckAnswer },
    /** What happened on this machine, the newest first, without the differences. */
    timeline: { request: Nothing, response: v.strictObject({ entries: v.array(TimelineSummary) }) },
    /** One entry with what differs before and after; null when it is there no more. */
    timelineEntry: { request: v.strictObject({ id: TimelineEntry.entries.id }), response: v.nullable(TimelineEntry) },
    /** The logs that running VPN clients write, as far as this user may read them. */
    clientLogs: { request: Nothing, response: v.strictObject({ logs: v.array(DetectedLog) }) },
    /** The end of one of them. */
    clientLog: { request: v.strictObject({ id: DetectedLog.entries.id }), response: LogText },
    /** The text that the user has copied; asked for only when the user says so. */
    copiedText: { request: Nothing, response: LogText },
    /** Keep what the user chose, and go by it from now on. */
    changeSettings: { request: SettingsChange, response: Nothing },
    /** Start Holdfast when the user logs in, or no longer. */
    setStartAtLogin: { request: v.strictObject({ on: v.boolean() }), response: Nothing },
    /** Install the helper, or remove it; how that goes is part of the view state. */
    setUpHelper: { request: v.strictObject({ act: v.picklist(["install", "uninstall"]) }), response: Nothing },
    /** Ask the publisher whether there is a newer Holdfast; what comes of this and the next two is part of the view state. */
    checkForUpdates: { request: Nothing, response: Nothing },
    /** Fetch the one that was found. */
    downloadUpdate: { request: Nothing, response: Nothing },
    /** Install it and start it; where that cannot be done from here, open the page that has it. */
    installUpdate: { request: Nothing, response: Nothing },
    /** Look now, and prepare what may be given away of it; it is kept until it is saved, dropped or prepared anew. */
    prepareReport: { request: Nothing, response: Report },
    /** The text of one of its files, as it will be saved. */
    reportText: { request: v.strictObject({ name: ReportFile.entries.name }), response: ReportText },
    /** Save it at the place that was named; nothing is sent anywhere. */
    saveReport: { request: Nothing, response: Nothing },
    /** Show the saved folder in the system's file manager. */
    showReport: { request: Nothing, response: Nothing },
    /** Forget it. */
    dropReport: { request: Nothing, response: Nothing },
    /** Keep the popover open although something else has the focus (a dialogue of the system), or no longer. */
    stay: { request: v.strictObject({ open: v.boolean() }), response: Nothing },
    /** How the page stands now. After a time in which nobody saw it, it is thrown away, and made anew as it stood when somebody wants it. */
    stands: { request: Standing, response: Nothing },
    /** The texts of a namespace that the popover's page does not bring, in every language. */
    texts: { request: v.strictObject({ namespace: LateNamespace }), response: LateTexts },
    /** Hide the popover. */
    hide: { request: Nothing, response: Nothing },
  },
  pushes: {
    /** The whole view state. */
    viewState: ViewState,
    /** Bring one finding into view: the user came by a notification or the tray menu. */
    reveal: v.strictObject({ finding: FindingId }),
    /** Open one view: the user came by the tray menu. */
    open: v.strictObject({ view: v.picklist(["settings"]) }),
  },
} as const;

type Calls = typeof ipcContract.calls;
type Pushes = typeof ipcContract.pushes;
export type CallName = keyof Calls;
export type PushName = keyof Pushes;
export type Request<Name extends CallName> = v.InferOutput<Calls[Name]["request"]>;
export type Response<Name extends CallName> = v.InferOutput<Calls[Name]["response"]>;
export type Push<Name extends PushName> = v.InferOutput<Pushes[Name]>;

/** What answers the calls: one handler for each. Errors are values; a handler that throws is answered as `internal`. */
export type Handlers = { readonly [Name in CallName]: (request: Request<Name>) => Promise<Result<Response<Name>>> };

/** What the preload script gives to the page: one function per call, one subscription per push; answers not yet checked. */
export type Bridge = { readonly [Name in CallName]: (request: unknown) => Promise<unknown> } & {
  readonly [Name in PushName as `on${Capitalize<Name>}`]: (listener: (payload: unknown) => void) => () => void;
};

/** What the popover works with: the bridge with every payload checked. A subscription returns its own end. */
export type Client = { readonly [Name in CallName]: (request: Request<Name>) => Promise<Result<Response<Name>>> } & {
  readonly [Name in PushName as `on${Capitalize<Name>}`]: (listener: (payload: Push<Name>) => void) => () => void;
};

export const callNames = Object.keys(ipcContract.calls) as CallName[];
export const pushNames = Object.keys(ipcContract.pushes) as PushName[];

/** Channel of a call. */
export function callChannel(name: CallName): string {
  return `call:${name}`;
}

/** Channel of a push. */
export function pushChannel(name: PushName): string {
  return `push:${name}`;
}

/** Name of the subscription to a push: `viewState` → `onViewState`. */
export function subscriptionName<Name extends PushName>(name: Name): `on${Capitalize<Name>}` {
  return `on${name.slice(0, 1).toUpperCase()}${name.slice(1)}` as `on${Capitalize<Name>}`;
}
