import type {
  ApplyAnswer,
  HelloAnswer,
  JournalAnswer,
  PlanAnswer,
  StatusAnswer,
  UndoAnswer,
} from "../../shared/contract/helper-protocol.ts";
import type { KeepAliveReport } from "../../shared/contract/keep-alive.ts";

/**
 * One conversation with the helper. It is short by nature: the helper ends it after 5 s of silence, 30 s in all or 16
 * requests, so connect when there is something to ask and close afterwards. Every method throws HelperFailure.
 */
export interface HelperConnection {
  /** What the helper said about itself when the connection was made. */
  readonly hello: HelloAnswer;
  /** Not null when the helper judges by other rules than this program: then `plan` works and `apply` is refused. */
  readonly mismatch: "helper-older" | "helper-newer" | null;
  /** Whether there is something to undo, and what the rate limit leaves. */
  status(): Promise<StatusAnswer>;
  /** The helper's own plan; its digest is what `apply` takes. */
  plan(): Promise<PlanAnswer>;
  /**
   * Carries out the plan with this digest: its selected steps, or those whose ids are in `only`. Fails with
   * `plan-changed` when the machine is no longer as it was, and then nothing was done.
   */
  apply(digest: string, only?: readonly string[]): Promise<ApplyAnswer>;
  /** Takes back one transaction (32 hex digits, from `apply`, `status` or `journal`). */
  undo(transaction: string): Promise<UndoAnswer>;
  /** The newest transactions of this user, at most `limit` (1–1000). */
  journal(limit: number): Promise<JournalAnswer>;
  /**
   * Keeps living VPNs alive, without any limit of time, until this connection is closed; nothing else can be asked by it.
   * Fails with `busy` when another helper does it already, and with `helper-ended` when the helper ends.
   */
  keepAlive(onReport: (report: KeepAliveReport) => void): Promise<never>;
  /** Ends the helper process of this connection. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * How the helper is started: by the service manager, for whoever connects to the `socket` of an installed helper; as a
 * `child` of a root process; once by `sudo -n` or by `pkexec`.
 */
export type HelperMode = "socket" | "child" | "sudo" | "pkexec";

/** What a connection is for. An installed helper has a socket for each: what repairs asks for fewer rights. */
export type HelperPurpose = "repair" | "keep-alive";

export interface ConnectOptions {
  /** Left out: `repair`. */
  readonly purpose?: HelperPurpose;
  /** Left out: child when this process is root, else the installed helper, else sudo without a prompt. */
  readonly mode?: HelperMode;
  /** Path of helper.cjs; left out: found beside the running bundle. */
  readonly helper?: string;
  /** Path of the Node that runs it; left out: this very Node, or under Electron one that belongs to root. */
  readonly node?: string;
  /** Directory of the journal, in `child` mode only; left out: HOLDFAST_STATE_DIRECTORY, else the system's. */
  readonly stateDirectory?: string;
  /** What a person would type to get the same with rights (argv without sudo), for `needs-rights`. */
  readonly retry?: readonly string[];
}
