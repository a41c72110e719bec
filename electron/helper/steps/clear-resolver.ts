import { canonicalAddress } from "../../../shared/network/address.ts";
import { RESOLVER_MARKER_LINES } from "../../../shared/repair/commands.ts";
import type { FileImage } from "../host.ts";
import type { FileChange } from "../journal/record.ts";
import { Refusal } from "../refusal.ts";
import type { StepWorker } from "./step-worker.ts";

const RESOLVER_FILE = "/etc/resolv.conf";
const MARKER = "#@VPNC_GENERATED@";

/**
 * Takes the lines that vpnc-script wrote out of the resolver file: its marker and its name servers. All other lines
 * stay. The script's backup is not put back: it holds the servers of whatever network the laptop was on then.
 */
export const clearResolver: StepWorker<"clear-resolver"> = {
  prepare({ path, servers }, host) {
    const before = path === RESOLVER_FILE ? host.files.read(path) : null;
    if (before === null) throw new Refusal("conflict");
    return { path, before, after: withoutScriptLines(before, servers) };
  },
  async perform(_step, { host }, change) {
    if (change?.after == null || !isSameFile(host.files.read(change.path), change.before)) return "conflict";
    host.files.write(change.path, change.after);
    return isSameFile(host.files.read(change.path), change.after) ? null : "tool_failed";
  },
  isDone: (_step, { host }, change) => change !== null && isSameFile(host.files.read(change.path), change.after),
  async undo(_step, { host }, change) {
    if (change === null) return "failed";
    const now = host.files.read(change.path);
    if (isSameFile(now, change.before)) return null;
    if (!isSameFile(now, change.after)) return "changed";
    host.files.write(change.path, change.before);
    return isSameFile(host.files.read(change.path), change.before) ? null : "failed";
  },
};

/** The file without what the script wrote. Throws Refusal `conflict` when it is not the script's or names other servers than the step says. */
export function withoutScriptLines(image: FileImage, servers: readonly string[]): FileImage {
  // One byte is one character in latin1, so whatever else the file holds stays as it is.
  const lines = Buffer.from(image.content, "base64").toString("latin1").split("\n");
  const found = lines.flatMap((line) => nameServer(line) ?? []);
  const isScripts = lines.some((line) => line.startsWith(MARKER));
  if (!isScripts || found.join() !== servers.join()) throw new Refusal("conflict");
  const kept = lines.filter((line) => !isMarker(line) && nameServer(line) === null);
  return { ...image, content: Buffer.from(kept.join("\n"), "latin1").toString("base64") };
}

function isMarker(line: string): boolean {
  return line.startsWith(MARKER) || RESOLVER_MARKER_LINES.some((marker) => marker === line);
}

function nameServer(line: string): string | null {
  const words = line.trim().split(/\s+/);
  return words[0] === "nameserver" ? (canonicalAddress(words[1] ?? "") ?? "") : null;
}

function isSameFile(image: FileImage | null, other: FileChange["after"]): boolean {
  return image !== null && other !== null && image.content === other.content;
}
