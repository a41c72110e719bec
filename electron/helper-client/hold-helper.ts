import type { KeepAliveReport } from "../../shared/contract/keep-alive.ts";
import type { HelperConnection } from "./helper-connection.ts";
import { restartPause } from "./restart-pause.ts";

/** What holding a helper needs. */
export interface HoldParts {
  /** Opens a conversation with the helper; throws HelperFailure. */
  connect(): Promise<HelperConnection>;
  onReport(report: KeepAliveReport): void;
  /** Whether another helper may be started after this failure, although nobody has just asked for it. */
  mayStartAgain(error: unknown): boolean;
  /** The helper could not be had or has ended; it is started again in `pause` milliseconds, or not at all (null). */
  onFailure(error: unknown, pause: number | null): void;
  readonly clock: {
    /** Milliseconds since 1970. */
    now(): number;
    /** Calls back once after so many milliseconds; gives what cancels it. */
    after(milliseconds: number, callback: () => void): () => void;
  };
}

/** A helper that keeps VPNs alive until it is let go. */
export interface HeldHelper {
  /** Ends the helper and settles when it has ended. Nothing is reported any more. */
  letGo(): Promise<void>;
}

/** A helper that has reported for so many milliseconds works: when it ends, that is a first failure. */
const PROVEN_AFTER = 30_000;

/** Starts a helper that keeps VPNs alive, and starts it again when it ends, later and later. */
export function holdHelper({ connect, onReport, mayStartAgain, onFailure, clock }: HoldParts): HeldHelper {
  let isWanted = true;
  let connection: HelperConnection | null = null;
  let cancel: () => void = () => undefined;
  let failures = 0;
  let firstReport: number | null = null;
  const tell = (report: KeepAliveReport) => {
    firstReport ??= clock.now();
    if (isWanted) onReport(report);
  };
  const follow = async (): Promise<void> => {
    connection = await connect();
    // Let go while a password was asked for: then nothing is kept, and the caller does not wait for it any more.
    if (isWanted) await connection.keepAlive(tell);
  };
  const nextPause = (error: unknown): number | null => {
    if (firstReport !== null && clock.now() - firstReport >= PROVEN_AFTER) failures = 0;
    firstReport = null;
    const pause = restartPause(error, failures);
    failures += 1;
    return mayStartAgain(error) ? pause : null;
  };
  const run = async (): Promise<void> => {
    const failure = await follow().catch((error: unknown) => ({ error }));
    await connection?.close();
    connection = null;
    // That a helper ends which was let go is no failure.
    if (!isWanted || failure === undefined) return;
    const pause = nextPause(failure.error);
    if (pause !== null) cancel = clock.after(pause, () => void run());
    onFailure(failure.error, pause);
  };
  void run();
  return {
    async letGo() {
      isWanted = false;
      cancel();
      await connection?.close();
    },
  };
}
