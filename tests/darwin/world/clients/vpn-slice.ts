import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configureTunnel } from "./vpnc-script.ts";
import type { ScriptCall, VpnScript } from "./session.ts";

/**
 * vpn-slice on macOS (openconnect-facts §2.4): routes straight to the interface, host routes to the name servers, marked
 * lines in files. It ignores both reasons of a reconnect and takes every exit status of `route` for success.
 */
export const vpnSlice: VpnScript = {
  path: "vpn-slice",
  connect(call) {
    const { session, tunnel, run } = call;
    configureTunnel(call);
    run("route", "-n", "add", "-host", session.server, gatewayTo(call));
    for (const network of session.networks) run("route", "-n", "add", "-net", network, "-interface", tunnel);
    for (const server of session.resolvers) run("route", "-n", "add", "-host", server, "-interface", tunnel);
    writeMarks(call);
  },
  attemptReconnect: () => undefined,
  reconnect: () => undefined,
  disconnect(call) {
    const { session, run } = call;
    for (const server of session.resolvers) run("route", "-n", "delete", "-host", server);
    for (const network of session.networks) run("route", "-n", "delete", "-net", network);
    run("route", "-n", "delete", "-host", session.server);
    removeMarks(call);
  },
};

// `route -n get SERVER`, of which it reads the line of the gateway.
function gatewayTo({ mac, session }: ScriptCall): string {
  const { out } = mac.run(["route", "-n", "get", session.server]);
  return /^\s*gateway: (\S+)$/m.exec(out)?.[1] ?? "";
}

function filesOf({ mac, session, tunnel }: ScriptCall) {
  return {
    hosts: join(mac.root, "etc/hosts"),
    firewall: join(mac.root, "etc/pf.conf"),
    resolver: join(mac.root, "etc/resolver", session.domain),
    mark: `# vpn-slice-${tunnel} AUTOCREATED`,
  };
}

function writeMarks(call: ScriptCall): void {
  const { hosts, firewall, resolver, mark } = filesOf(call);
  mkdirSync(join(call.mac.root, "etc/resolver"), { recursive: true });
  appendFileSync(hosts, `${call.session.resolvers[0] ?? ""} dns0.${call.tunnel}\t\t${mark}\n`);
  appendFileSync(firewall, `anchor "vpn_slice/${call.tunnel}" ${mark} 7265\n`);
  writeFileSync(resolver, call.session.resolvers.map((server) => `nameserver ${server}\n`).join(""));
}

function removeMarks(call: ScriptCall): void {
  const { hosts, firewall, resolver, mark } = filesOf(call);
  for (const path of [hosts, firewall]) {
    const kept = readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => !line.includes(mark));
    writeFileSync(path, kept.join("\n"));
  }
  rmSync(resolver);
}
