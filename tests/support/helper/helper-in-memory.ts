import type { HelperConnection } from "../../../electron/helper-client/helper-connection.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";

/** One started helper in the hands of a test. */
export interface HelperInMemory {
  readonly connection: HelperConnection;
  report(report: KeepAliveReport): void;
  end(error: unknown): void;
  isOpen(): boolean;
}

/** A helper that is asked for nothing but to keep VPNs alive. */
export function helperInMemory(): HelperInMemory {
  let isOpen = true;
  let report: (report: KeepAliveReport) => void = () => undefined;
  let end: (error: unknown) => void = () => undefined;
  const unused = () => Promise.reject(new Error("not asked for"));
  return {
    report: (told) => report(told),
    end: (error) => end(error),
    isOpen: () => isOpen,
    connection: {
      hello: { helper: "0", protocol: [1, 1], ruleset: "0".repeat(64), os: "darwin", boot: "", mode: "child", uid: 0 },
      mismatch: null,
      status: unused,
      plan: unused,
      apply: unused,
      undo: unused,
      journal: unused,
      keepAlive: (onReport) => {
        report = onReport;
        return new Promise((_settle, refuse) => (end = refuse));
      },
      async close() {
        isOpen = false;
        end(new HelperFailure("helper-ended", { status: 0 }));
      },
    },
  };
}
