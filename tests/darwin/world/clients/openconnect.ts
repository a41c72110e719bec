import { openTunnel } from "./open-tunnel.ts";
import { connectTo } from "../packet.ts";
import type { Fate } from "../packet.ts";
import type { BareMac } from "../bare-mac.ts";
import { CAMPUS_VPN } from "./session.ts";
import type { ScriptCall, Session, VpnScript } from "./session.ts";
import { vpncScript } from "./vpnc-script.ts";

/** A run of openconnect on a Mac (openconnect-facts §1). */
export interface Openconnect {
  readonly pid: number;
  readonly tunnel: string;
  /** Whether it has a connection to its server. */
  isConnected(): boolean;
  /** One round of its reconnect loop: the script's `attempt-reconnect`, then a connection. */
  retries(): Fate;
  /** SIGINT: the script's `disconnect`, then the end. */
  stops(): void;
  /** SIGKILL: no script, the tunnel goes with the process. */
  isKilled(): void;
  /** What the commands of its scripts printed, as it stands in its log. */
  readonly log: readonly string[];
}

export interface OpenconnectOptions {
  readonly script?: VpnScript;
  readonly session?: Session;
}

/** Starts `sudo openconnect`; it connects, or says as what its first connection failed and is gone. */
export function startOpenconnect(mac: BareMac, options: OpenconnectOptions = {}): Openconnect | Fate {
  const { script = vpncScript, session = CAMPUS_VPN } = options;
  const fate = connectTo(session.server, mac);
  if (fate !== "reached") return fate;
  const command = `openconnect --script ${script.path} -b ${session.serverName}`;
  const parent = mac.processes.start({ command: `sudo ${command}` });
  const { pid } = mac.processes.start({ command, parentPid: parent.pid });
  const tunnel = openTunnel(mac, pid, session.mtu);
  const log: string[] = [];
  const call: ScriptCall = {
    mac,
    session,
    tunnel,
    clientPid: pid,
    run(...words) {
      const { out, errors } = mac.run(words, pid + 100);
      log.push(...[errors, out.trimEnd()].filter((line) => line !== ""));
    },
  };
  const socketOf = () => `${sourceTo(session.server, mac)}:50212`;
  const open = () =>
    mac.processes.change(pid, {
      sockets: [{ transport: "TCP", local: socketOf(), remote: `${session.server}:443`, state: "ESTABLISHED" }],
    });
  const end = () => {
    mac.endProcess(pid);
    mac.endProcess(parent.pid);
  };
  const client: Openconnect = {
    pid,
    tunnel,
    log,
    isConnected: () =>
      (mac.processes.find(pid)?.sockets.length ?? 0) > 0 && connectTo(session.server, mac) === "reached",
    retries() {
      mac.processes.change(pid, { sockets: [] });
      script.attemptReconnect(call);
      const again = connectTo(session.server, mac);
      if (again === "reached") {
        open();
        script.reconnect(call);
      }
      return again;
    },
    stops() {
      script.disconnect(call);
      end();
    },
    isKilled: end,
  };
  // SIGUSR2 closes the connection and begins the reconnect loop anew (openconnect-facts §1.2).
  mac.processes.change(pid, { onSignal: (signal) => void (signal === "SIGUSR2" && client.retries()) });
  open();
  script.connect(call);
  return client;
}

/** Starts openconnect where it must connect. */
export function connected(mac: BareMac, options: OpenconnectOptions = {}): Openconnect {
  const client = startOpenconnect(mac, options);
  if (typeof client === "string") throw new Error(`openconnect could not connect: ${client}`);
  return client;
}

function sourceTo(server: string, mac: BareMac): string {
  const { out } = mac.run(["route", "-n", "get", server]);
  const name = /interface: (\S+)/.exec(out)?.[1] ?? "";
  return mac.kernel.link(name)?.addresses.find(({ family }) => family === "inet")?.address ?? "0.0.0.0";
}
