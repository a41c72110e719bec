import type { CodedText } from "../snapshot/coded-text.ts";
import type { OperatingSystem } from "../snapshot/snapshot.ts";

/** One raw output: what printed it, and its text or why there is none. */
export interface CaptureFile {
  /** File name in the capture folder, e.g. `routes.txt`. */
  readonly name: string;
  /** The command that printed it (`LC_ALL=C ps …`, `/sbin/route …`), `file:/etc/resolv.conf`, or `log:openconnect`. */
  readonly source: string;
  readonly content:
    | { readonly read: true; readonly text: string }
    | { readonly read: false; readonly reason: CodedText };
}

/** Raw material of one moment, the same for the live machine and for a recorded folder (03-contracts, "Capture folder"). */
export interface Capture {
  readonly os: OperatingSystem;
  readonly osVersion: string | null;
  /** ISO 8601, null when unknown. */
  readonly takenAt: string | null;
  readonly files: readonly CaptureFile[];
}
