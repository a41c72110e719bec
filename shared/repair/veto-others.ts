import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

const STATE_FILE = /^(?:\/var)?\/run\/vpnc\/[A-Za-z0-9._-]+$/;

/** Refuses a nudge unless exactly this process runs openconnect. */
export function vetoNudge(pid: number, startedAt: string | null, snapshot: Snapshot): CodedText | null {
  const process = valuesOf(snapshot.processes).find((entry) => entry.pid === pid);
  if (process === undefined) return codedText("process-not-found", { pid });
  const sameStart = process.startedAt === startedAt;
  return sameStart && baseName(process.arguments[0] ?? "") === "openconnect"
    ? null
    : codedText("process-is-another", { pid });
}

/** Refuses to clear a resolver file that carries no script's marker, has changed, or whose writer may live. */
export function vetoResolver(path: string, servers: readonly string[], snapshot: Snapshot): CodedText | null {
  const resolver = valuesOf(snapshot.resolvers).find((entry) => entry.origin === "resolv.conf" && entry.name === path);
  if (path !== "/etc/resolv.conf" || resolver?.writtenBy == null) return codedText("resolver-not-by-script", { path });
  if (resolver.servers.join() !== servers.join()) return codedText("resolver-changed", { path });
  if (!isComplete(snapshot.processes)) return codedText("processes-unknown", {});
  return valuesOf(snapshot.processes).some(mayOwnScript) ? codedText("client-alive", {}) : null;
}

/** Refuses to remove a file outside the script's own folder, or one whose process may live. */
export function vetoStateFile(path: string, pid: number | null, snapshot: Snapshot): CodedText | null {
  if (!STATE_FILE.test(path)) return codedText("not-a-state-file", { path });
  if (pid === null || !isComplete(snapshot.processes)) return codedText("processes-unknown", {});
  const holder = valuesOf(snapshot.processes).find((entry) => entry.pid === pid);
  return holder !== undefined && mayOwnScript(holder) ? codedText("client-alive", { pid }) : null;
}

function mayOwnScript(process: Process): boolean {
  return ["openconnect", "openconnect-gui", "gpservice", "gpclient", "vpnc"].includes(
    baseName(process.arguments[0] ?? ""),
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
