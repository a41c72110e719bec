import type { FileImage } from "../host.ts";
import { Refusal } from "../refusal.ts";
import type { StepWorker } from "./step-worker.ts";

const FOLDER = /^(?:\/var)?\/run\/vpnc\/([^/]+)$/;
/** Names by vpnc-script with the process at the end (openconnect-facts §2.1), and files that hold a process id. */
const NAMED_BY_PROCESS = /^(?:defaultroute|defaultroute_ipv6|resolv\.conf-backup)\.(\d{1,10})$/;
const HOLDS_PROCESS = /^(?:pid|[A-Za-z0-9_-]{1,64}\.pid)$/;

/** Removes a file in which a VPN script of a dead client kept its state. */
export const removeStateFile: StepWorker<"remove-state-file"> = {
  prepare({ path, pid }, host) {
    const name = FOLDER.exec(path)?.[1];
    const before = name === undefined ? null : host.files.read(path);
    if (name === undefined || before === null || pid === null || processOf(name, before) !== pid) {
      throw new Refusal("conflict");
    }
    return { path, before, after: null };
  },
  async perform(_step, { host }, change) {
    if (change === null || host.files.read(change.path)?.content !== change.before.content) return "conflict";
    host.files.remove(change.path);
    return host.files.read(change.path) === null ? null : "tool_failed";
  },
  isDone: (_step, { host }, change) => change !== null && host.files.read(change.path) === null,
  async undo(_step, { host }, change) {
    if (change === null) return "failed";
    const now = host.files.read(change.path);
    if (now !== null) return now.content === change.before.content ? null : "occupied";
    host.files.create(change.path, change.before);
    return null;
  },
};

/** The process that a file belongs to, NaN when its name is none of a state file. */
function processOf(name: string, image: FileImage): number {
  const inName = NAMED_BY_PROCESS.exec(name)?.[1];
  if (inName !== undefined) return Number(inName);
  return HOLDS_PROCESS.test(name) ? Number(Buffer.from(image.content, "base64").toString("latin1")) : Number.NaN;
}
