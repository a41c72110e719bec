import type { KeepAliveReport } from "../../shared/contract/keep-alive.ts";
import type { HelperConnection } from "./helper-connection.ts";

/** What holding a helper needs. */
export interface HoldParts {
  /** Opens a conversation with the helper; throws HelperFailure. */
  connect(): Promise<HelperConnection>;
  onReport(report: KeepAliveReport): void;
  /** The helper could not be had or has ended; gives the milliseconds until it is tried again, null for not at all. */
  onFailure(error: unknown): number | null;
  /** Calls back once after so many milliseconds; gives what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** A helper that keeps VPNs alive until it is let go. */
export interface HeldHelper {
  /** Ends the helper and settles when it has ended. Nothing is reported any more. */
  letGo(): Promise<void>;
}

/** Starts a helper that keeps VPNs alive, and starts it again as often as `onFailure` says. */
export function holdHelper({ connect, onReport, onFailure, after }: HoldParts): HeldHelper {
  let isWanted = true;
  let connection: HelperConnection | null = null;
  let cancel: () => void = () => undefined;
  const tell = (report: KeepAliveReport) => {
    if (isWanted) onReport(report);
  };
  const follow = async (): Promise<void> => {
    connection = await connect();
    // Let go while a password was asked for: then nothing is kept, and the caller does not wait for it any more.
    if (isWanted) await connection.keepAlive(tell);
  };
  const run = async (): Promise<void> => {
    const failure = await follow().catch((error: unknown) => ({ error }));
    await connection?.close();
    connection = null;
    // That a helper ends which was let go is no failure.
    if (!isWanted || failure === undefined) return;
    const pause = onFailure(failure.error);
    if (pause !== null) cancel = after(pause, () => void run());
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
