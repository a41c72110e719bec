import type { Lab } from "../lab.ts";
import { SERVER, TUNNEL_INTERFACE, TUNNEL_PREFIXES, WIFI } from "../network/addresses.ts";
import { waitUntil } from "../room/wait-until.ts";
import { startOpenconnect, type Ending, type Openconnect } from "./openconnect.ts";
import type { ScriptName } from "./script.ts";

/** How an attempt to connect went, and after how many milliseconds that was clear. */
export type Attempt =
  | { readonly connected: true; readonly elapsedMs: number; readonly vpn: Openconnect }
  | { readonly connected: false; readonly elapsedMs: number; readonly log: string };

const CONNECT_DEADLINE_MS = 15_000;

/**
 * Connects the laptop and returns the client when the tunnel and the gateway pin exist; throws its log if it fails. `words`
 * are further ones of openconnect's command line, such as "--reconnect-timeout=3600".
 */
export async function connect(
  lab: Lab,
  script: ScriptName = "vpnc-script",
  tunnel = TUNNEL_INTERFACE,
  words: readonly string[] = [],
): Promise<Openconnect> {
  const attempt = await tryConnect(lab, CONNECT_DEADLINE_MS, script, tunnel, words);
  if (attempt.connected) return attempt.vpn;
  throw new Error(`openconnect did not connect within ${attempt.elapsedMs} ms:\n${attempt.log}`);
}

/** Tries to connect for at most `deadlineMs` milliseconds. A client that has not made it by then is stopped. */
export async function tryConnect(
  lab: Lab,
  deadlineMs: number,
  script: ScriptName = "vpnc-script",
  tunnel = TUNNEL_INTERFACE,
  words: readonly string[] = [],
): Promise<Attempt> {
  const startedAt = performance.now();
  const vpn = await startOpenconnect(lab, script, tunnel, words);
  const elapsed = (): number => Math.round(performance.now() - startedAt);
  const verdict = await waitUntil("the attempt to connect is decided", deadlineMs + 1_000, async () => {
    if (vpn.ending()) return "ended";
    if (vpn.log().includes("Configured as") && (await hasVpnRoutes(lab))) return "connected";
    return elapsed() > deadlineMs && "late";
  });
  const elapsedMs = elapsed();
  if (verdict === "connected") return { connected: true, elapsedMs, vpn };
  if (verdict === "late") await disconnect(vpn);
  return { connected: false, elapsedMs, log: vpn.log() };
}

/** Asks the client to end (SIGINT, as Ctrl-C does) and returns how it ended. */
export async function disconnect(vpn: Openconnect): Promise<Ending> {
  vpn.signal("SIGINT");
  return waitUntil("openconnect ends after SIGINT", 10_000, () => vpn.ending());
}

/** Kills the client with SIGKILL, so that nothing of its own clean-up runs. */
export async function killHard(vpn: Openconnect): Promise<Ending> {
  vpn.signal("SIGKILL");
  return waitUntil("openconnect is dead", 5_000, () => vpn.ending());
}

async function hasVpnRoutes(lab: Lab): Promise<boolean> {
  const routes = await lab.laptop.routes();
  const pinned = routes.some((route) => route.startsWith(`${SERVER} via ${WIFI[lab.wifi.joined()].router} `));
  return (
    pinned &&
    TUNNEL_PREFIXES.every((prefix) => routes.some((route) => route.startsWith(`${prefix} dev ${TUNNEL_INTERFACE}`)))
  );
}
