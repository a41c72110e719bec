import type { LoggingClient } from "../../../shared/clients/logging-clients.ts";
import { darwinOutputs } from "./darwin-outputs.ts";
import { linuxOutputs } from "./linux-outputs.ts";
import { identityOf, readingLog } from "./log-file.ts";
import type { ReadOutputs } from "./output-file.ts";

/** A log that a running client writes, and that this user may read. */
export interface FoundLog {
  readonly client: string;
  readonly pid: number;
  readonly path: string;
}

/** Where outputs go on the machine that this program runs on. Throws for a system that Holdfast does not know. */
export function readOutputsHere(): ReadOutputs {
  if (process.platform === "darwin") return darwinOutputs();
  if (process.platform === "linux") return linuxOutputs;
  throw new Error(`Holdfast does not know ${process.platform}`);
}

/**
 * The logs of running clients, in the order of the clients, each file once: where their standard output and standard error
 * go, and what their command lines name. What this user may not see or read is not among them.
 */
export async function findClientLogs(clients: readonly LoggingClient[], readOutputs: ReadOutputs): Promise<FoundLog[]> {
  const outputs = await readOutputs(clients.map(({ pid }) => pid));
  const candidates = clients.flatMap(({ client, pid, namedFile }) => {
    const paths = outputs.filter((output) => output.pid === pid).map(({ path }) => path);
    return [...paths, ...(namedFile === null ? [] : [namedFile])].map((path) => ({ client, pid, path }));
  });
  const identities = await Promise.all(
    candidates.map(({ path }) => readingLog(path, async (_, file) => identityOf(file))),
  );
  return candidates.filter((_, index) => {
    const identity = identities[index] ?? null;
    return identity !== null && identities.indexOf(identity) === index;
  });
}
