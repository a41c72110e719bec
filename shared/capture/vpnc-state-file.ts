import { canonicalAddress } from "../network/address.ts";
import { partlyObserved } from "../snapshot/part.ts";
import type { StateFile } from "../snapshot/resolver.ts";
import type { RouterHint } from "../snapshot/snapshot.ts";
import type { OutputParser } from "./contribution.ts";

const FOLDER = /^(?:\/private)?(?:\/var)?\/run\/vpnc\/([^/]+)$/;
/** Names by vpnc-script (openconnect-facts §2.1); older versions leave the process out. */
const NAMES: readonly { readonly pattern: RegExp; readonly kind: StateFile["kind"] }[] = [
  { pattern: /^defaultroute(?:\.(\d+))?$/, kind: "default-route" },
  { pattern: /^defaultroute_ipv6(?:\.(\d+))?$/, kind: "default-route-inet6" },
  { pattern: /^resolv\.conf-backup(?:\.(\d+))?$/, kind: "resolver-backup" },
  { pattern: /^(?:pid|.+\.pid)$/, kind: "pid-file" },
];
const MAX_CONTENT = 4096;

/** One file of vpnc-script's state folder, e.g. `file:/var/run/vpnc/defaultroute.4711`. Others may exist: partial. */
export const vpncStateFile: OutputParser = {
  os: "any",
  understands: (source) => source.kind === "file" && FOLDER.test(source.path),
  parse(text, source) {
    if (source.kind !== "file") return {};
    const file = stateFileOf(source.path, text);
    return { stateFiles: partlyObserved([file]), routerHints: partlyObserved(routerHintsOf(file)) };
  },
};

/** A state file from its path and text; text beyond 4 KiB is cut, null when it was not read. */
export function stateFileOf(path: string, text: string | null): StateFile {
  const name = FOLDER.exec(path)?.[1] ?? "";
  const content = text?.slice(0, MAX_CONTENT) ?? null;
  for (const { pattern, kind } of NAMES) {
    const match = pattern.exec(name);
    if (match !== null) return { path, kind, pid: pidOf(kind, match[1], content), content };
  }
  return { path, kind: "other", pid: null, content };
}

/**
 * The routers that a saved default route names. On Linux the file holds the line of `ip route` (`default via X dev Y`);
 * Darwin's names no interface, which is no hint.
 */
export function routerHintsOf(file: StateFile): RouterHint[] {
  if (file.kind !== "default-route" && file.kind !== "default-route-inet6") return [];
  return (file.content ?? "").split("\n").flatMap((line) => {
    const router = canonicalAddress(/\bvia (\S+)/.exec(line)?.[1] ?? "");
    const device = /\bdev (\S+)/.exec(line)?.[1];
    return router === null || device === undefined ? [] : [{ interface: device, router, origin: "state-file" }];
  });
}

function pidOf(kind: StateFile["kind"], suffix: string | undefined, content: string | null): number | null {
  const digits = kind === "pid-file" ? /^\s*(\d+)\s*$/.exec(content ?? "")?.[1] : suffix;
  return digits === undefined ? null : Number(digits);
}
