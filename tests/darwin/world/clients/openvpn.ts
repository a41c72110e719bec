import type { BareMac } from "../bare-mac.ts";
import { openTunnel } from "./open-tunnel.ts";
import { defaultGateway } from "./session.ts";

const SERVER = "203.0.113.20";
const OWN = "10.8.0.6";
const PEER = "10.8.0.5";

/** A running OpenVPN with `redirect-gateway def1` (macos-facts §8, capture 10). */
export interface Openvpn {
  readonly pid: number;
  readonly server: string;
  /** SIGTERM: it deletes what it added, unless it gave up root (`user nobody`; Tunnelblick#376). */
  stops(): void;
  /** SIGKILL. */
  isKilled(): void;
}

/** Starts OpenVPN: the server as a net row of one address, both halves of the default through the other end. */
export function startOpenvpn(mac: BareMac, options: { readonly asNobody?: true } = {}): Openvpn {
  const { pid } = mac.processes.start({
    command: `/usr/local/sbin/openvpn --remote ${SERVER} 1194 --config client.ovpn --daemon`,
  });
  const tunnel = openTunnel(mac, pid, 1500);
  const rows: readonly (readonly string[])[] = [
    [SERVER, defaultGateway(mac), "255.255.255.255"],
    ["0.0.0.0", PEER, "128.0.0.0"],
    ["128.0.0.0", PEER, "128.0.0.0"],
    ["10.8.0.1", PEER, "255.255.255.255"],
  ];
  mac.kernel.addAddress(tunnel, { family: "inet", address: OWN, length: 32, peer: PEER });
  for (const row of rows) mac.run(["route", "add", "-net", ...row], pid);
  const isKilled = () => mac.endProcess(pid);
  return {
    pid,
    server: SERVER,
    isKilled,
    stops() {
      if (options.asNobody !== true) for (const row of rows) mac.run(["route", "delete", "-net", ...row], pid);
      isKilled();
    },
  };
}
