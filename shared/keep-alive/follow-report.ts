import type { KeepAliveReport, KeptClient, WaitReason } from "../contract/keep-alive.ts";
import type { KeepAliveStatus } from "../contract/keep-alive-status.ts";
import type { Step } from "../repair/step.ts";

/** A client that is to be brought back; `tries` is not null when that was given up. */
interface Trouble {
  readonly client: KeptClient;
  readonly waiting: WaitReason | null;
  readonly tries: number | null;
}

/** What the reports of one helper have told so far. */
export interface Followed {
  readonly clients: readonly KeptClient[];
  /** One for each client that is not well, in the order in which they began. */
  readonly troubles: readonly Trouble[];
  /** What was done for troubles that have not ended yet. */
  readonly done: readonly Step[];
  /** How the last trouble ended, as long as that is worth showing. */
  readonly ending: Extract<KeepAliveStatus, { readonly state: "back" | "refused" }> | null;
}

/** Before the first report. */
export const NOTHING_FOLLOWED: Followed = { clients: [], troubles: [], done: [], ending: null };

/** What is known after one more report. `at` is the time of the report, ISO 8601. */
export function followReport(before: Followed, report: KeepAliveReport, at: string): Followed {
  switch (report.kind) {
    case "watching":
      return watching(before, report.clients);
    case "disturbed":
      return inTrouble(before, { client: report.client, waiting: null, tries: null });
    case "waiting":
      return inTrouble(before, { client: report.client, waiting: report.why, tries: null });
    case "acted":
      return acted(before, report);
    case "back": {
      const { client, silence } = report;
      return { ...withoutTrouble(before, client), ending: { state: "back", client, silence, at } };
    }
    case "refused":
      return { ...withoutTrouble(before, report.client), ending: { state: "refused", client: report.client } };
    case "gave-up": {
      const { client, tries } = report;
      return inTrouble({ ...before, done: doneForOthers(before, client) }, { client, waiting: null, tries });
    }
  }
}

/** The one status that says most: what is being put right comes before what was given up, and that before what is over. */
export function statusOf({ clients, troubles, ending }: Followed): KeepAliveStatus {
  const present = troubles.find(({ tries }) => tries === null);
  if (present !== undefined) return { state: "restoring", client: present.client, waiting: present.waiting };
  const [lost] = troubles;
  if (lost !== undefined) return { state: "gave-up", client: lost.client, tries: lost.tries ?? 0 };
  if (ending !== null) return ending;
  return clients.length === 0 ? { state: "idle" } : { state: "watching", clients: [...clients] };
}

/** What of the steps that were done was done for this client alone, or for no client in particular. */
export function doneFor({ done }: Followed, client: KeptClient): Step[] {
  return done.filter((step) => !isRequestToAnother(step, client));
}

function doneForOthers({ done }: Followed, client: KeptClient): Step[] {
  return done.filter((step) => isRequestToAnother(step, client));
}

function isRequestToAnother(step: Step, client: KeptClient): boolean {
  return step.op === "nudge-client" && step.pid !== client.pid;
}

function watching(before: Followed, clients: readonly KeptClient[]): Followed {
  const isKept = ({ pid }: KeptClient) => clients.some((client) => client.pid === pid);
  const hasNew = clients.some(({ pid }) => before.clients.every((known) => known.pid !== pid));
  const { ending } = before;
  // A new session makes the end of an old one old news, and so does the end of the session that came back.
  const isOld = hasNew || (ending?.state === "back" && !isKept(ending.client));
  const troubles = before.troubles.filter(({ client }) => isKept(client));
  return { ...before, clients, troubles, ending: isOld ? null : ending };
}

function inTrouble(before: Followed, trouble: Trouble): Followed {
  const isKnown = before.troubles.some((one) => one.client.pid === trouble.client.pid);
  const troubles = isKnown
    ? before.troubles.map((one) => (one.client.pid === trouble.client.pid ? trouble : one))
    : [...before.troubles, trouble];
  return { ...before, troubles, ending: null };
}

function withoutTrouble(before: Followed, client: KeptClient): Followed {
  const troubles = before.troubles.filter((one) => one.client.pid !== client.pid);
  return { ...before, troubles, done: doneForOthers(before, client) };
}

// The report comes before the one that says why: the route is moved first.
function acted(before: Followed, { steps }: Extract<KeepAliveReport, { readonly kind: "acted" }>): Followed {
  const done = steps.filter(({ err }) => err === null).map(({ step }) => step);
  const asked = new Set(done.flatMap((step) => (step.op === "nudge-client" ? [step.pid] : [])));
  const troubles = before.troubles.map((one) =>
    asked.has(one.client.pid) ? { ...one, waiting: null, tries: null } : one,
  );
  return { ...before, troubles, done: before.troubles.length === 0 ? done : [...before.done, ...done] };
}
