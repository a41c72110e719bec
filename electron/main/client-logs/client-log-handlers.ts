import { createHash } from "node:crypto";
import { findClientLogs, readOutputsHere } from "../../observe/client-logs/find-client-logs.ts";
import type { FoundLog } from "../../observe/client-logs/find-client-logs.ts";
import type { ReadOutputs } from "../../observe/client-logs/output-file.ts";
import { readLogEnd } from "../../observe/client-logs/read-log-end.ts";
import type { LoggingClient } from "../../../shared/clients/logging-clients.ts";
import { LONGEST_LOG } from "../../../shared/contract/client-logs.ts";
import type { DetectedLog } from "../../../shared/contract/client-logs.ts";
import type { Handlers } from "../../../shared/contract/ipc.ts";
import { failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import { endOfLog } from "../../../shared/explain/log/end-of-log.ts";

/** What the log explainer offers beside pasting and dropping. */
export interface ClientLogParts {
  /** The running clients of the last look. */
  clients(): Promise<Result<readonly LoggingClient[]>>;
  /** The copied text, empty when there is none; later versions of Electron promise it. */
  readClipboard(): string | Promise<string>;
  /** How it is found where outputs go; as on this machine when left out. */
  readonly readOutputs?: ReadOutputs;
}

/**
 * Answers the calls that bring a log into the explainer. Only a log of the list that was given last can be asked for, and
 * only by its id: no path comes from the popover.
 */
export function clientLogHandlers({
  clients,
  readClipboard,
  readOutputs = readOutputsHere(),
}: ClientLogParts): Pick<Handlers, "clientLogs" | "clientLog" | "copiedText"> {
  let offered: readonly DetectedLog[] = [];
  return {
    clientLogs: async () => {
      const running = await clients();
      if (!running.ok) return running;
      offered = (await findClientLogs(running.value, readOutputs)).map(detected);
      return { ok: true, value: { logs: [...offered] } };
    },
    clientLog: async ({ id }) => {
      const log = offered.find((one) => one.id === id);
      if (log === undefined) return failed("gone");
      const text = await readLogEnd(log.path, LONGEST_LOG);
      return text === null ? failed("log-unreadable", { path: log.path }) : { ok: true, value: { text } };
    },
    copiedText: async () => ({ ok: true, value: { text: endOfLog(await readClipboard(), LONGEST_LOG) } }),
  };
}

// The same log has the same id in every list, so that a list which was just renewed does not turn a click away.
function detected({ client, pid, path }: FoundLog): DetectedLog {
  const id = createHash("sha256").update(`${pid} ${path}`).digest("hex");
  return { id, client, pid, path };
}
