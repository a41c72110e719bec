import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import type { Step } from "../../../shared/repair/step.ts";
import type { WifiName } from "../network/addresses.ts";

/** A stretch of time. Milliseconds since 1970. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** One switch as it was done. */
export interface Joined extends Span {
  readonly from: WifiName;
  readonly to: WifiName;
}

/** One transaction of the helper: what it was about to write when, by its journal. */
export interface Transaction {
  readonly txn: string;
  readonly at: number;
  readonly steps: readonly Step[];
}

/** How much memory a helper had. Kilobytes. */
export interface Weight {
  readonly pid: number;
  readonly at: number;
  readonly residentKb: number;
}

/** What happened in a soak, as far as it is judged afterwards. */
export interface Chronicle {
  readonly joined: Joined[];
  readonly transactions: Map<string, Transaction>;
  readonly reports: { readonly at: number; readonly report: KeepAliveReport }[];
  readonly weights: Weight[];
  readonly kills: { readonly at: number; readonly who: "app" | "helper" }[];
  /** What must not happen, in words. */
  readonly faults: string[];
}

/** A chronicle in which nothing has happened yet. */
export function emptyChronicle(): Chronicle {
  return { joined: [], transactions: new Map(), reports: [], weights: [], kills: [], faults: [] };
}
