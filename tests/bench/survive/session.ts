import { setTimeout as pause } from "node:timers/promises";
import type { Lab } from "../../lab/lab.ts";
import { SERVER, TUNNEL_INTERFACE } from "../../lab/network/addresses.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";
import { connect } from "../../lab/vpn/connect.ts";
import type { Openconnect } from "../../lab/vpn/openconnect.ts";
import type { ScriptName } from "../../lab/vpn/script.ts";
import { innerHostAnswers } from "../../lab/vpn/ping.ts";

/** A connected VPN, and whether it is still the one that was connected. */
export interface Session {
  readonly vpn: Openconnect;
  /** The same process and the same address in the tunnel. */
  survives(): Promise<boolean>;
}

/** Connects the laptop. */
export async function beginSession(lab: Lab, script: ScriptName): Promise<Session> {
  const vpn = await connect(lab, script);
  const address = await tunnelAddress(lab);
  return { vpn, survives: async () => vpn.ending() === undefined && (await tunnelAddress(lab)) === address };
}

async function tunnelAddress({ laptop }: Lab): Promise<string> {
  const { stdout } = await laptop.run(["/usr/sbin/ip", "-4", "-brief", "addr", "show", "dev", TUNNEL_INTERFACE]);
  return stdout;
}

const BY_HAND_WITHIN_MS = 30_000;
const ASK_AGAIN_MS = 3_000;

/** Gets a session back by hand: the pin through the present default router, and the request to reconnect. */
export async function rescue(lab: Lab, { vpn }: Session): Promise<void> {
  const [gateway, name] = await defaultRouter(lab);
  await lab.laptop.ip("route", "replace", SERVER, "via", gateway, "dev", name);
  await waitUntil("the session is back by hand", BY_HAND_WITHIN_MS, async () => {
    if (vpn.ending()) throw new Error("the client has ended");
    vpn.signal("SIGUSR2");
    // A client is not asked again while it does what it was asked for.
    await pause(ASK_AGAIN_MS);
    return innerHostAnswers(lab);
  });
}

async function defaultRouter({ laptop }: Lab): Promise<[string, string]> {
  const rows = await laptop.ip("-4", "route", "show", "default");
  const [, gateway, name] = /^default via (\S+) dev (\S+)/.exec(rows) ?? [];
  if (gateway === undefined || name === undefined) throw new Error("there is no default route");
  return [gateway, name];
}
