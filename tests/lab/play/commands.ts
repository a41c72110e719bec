import { commandText } from "../../../shared/explain/command-text.ts";
import type { Lab } from "../lab.ts";
import { WIFI, type WifiName } from "../network/addresses.ts";
import type { Procedure } from "../network/wifi.ts";
import { connect, disconnect, killHard } from "../vpn/connect.ts";
import type { Openconnect } from "../vpn/openconnect.ts";
import { innerHostAnswers } from "../vpn/ping.ts";

/** A command for playing by hand: one line on what it does, and the doing, which returns what to print. */
export interface Command {
  readonly help: string;
  run(): Promise<string>;
}

/** The commands by what one types. They share one VPN client, which "connect" starts. */
export function commandsOf(lab: Lab): Record<string, Command> {
  let vpn: Openconnect | undefined;
  const living = (): Openconnect => {
    if (!vpn || vpn.ending()) throw new Error("no VPN client runs: connect first");
    return vpn;
  };
  const switchBy = async (procedure: Procedure): Promise<string> => {
    await lab.wifi.join(otherThan(lab.wifi.joined()), procedure);
    return showState(lab);
  };
  return {
    connect: { help: "connect the VPN", run: async () => ((vpn = await connect(lab)), showState(lab)) },
    disconnect: { help: "end the client in order", run: async () => (await disconnect(living()), showState(lab)) },
    kill: { help: "kill -9 the client", run: async () => (await killHard(living()), showState(lab)) },
    nudge: { help: "make the client reconnect (SIGUSR2)", run: async () => (living().signal("SIGUSR2"), "sent") },
    "switch flush": { help: "other Wi-Fi, address flushed first: the pin is lost", run: () => switchBy("flush-first") },
    "switch mbb": {
      help: "other Wi-Fi, make before break: the pin is stale",
      run: () => switchBy("make-before-break"),
    },
    routes: { help: "the laptop's routes and resolver", run: () => showState(lab) },
    ping: {
      help: "does the host behind the VPN answer?",
      run: async () => ((await innerHostAnswers(lab)) ? "yes" : "no"),
    },
    log: { help: "what the VPN client has printed", run: async () => vpn?.log() ?? "nothing yet" },
    shell: { help: "how to get a shell on the laptop", run: async () => shellOn(lab) },
  };
}

function otherThan(network: WifiName): WifiName {
  return network === "home" ? "hot" : "home";
}

async function showState(lab: Lab): Promise<string> {
  const network = lab.wifi.joined();
  const [routes, resolver] = await Promise.all([lab.laptop.routes(), lab.laptop.readFile("/etc/resolv.conf")]);
  const where = `Wi-Fi: ${network} (${WIFI[network].laptop}, router ${WIFI[network].router})`;
  return [where, "", ...routes, "", ...resolver.trimEnd().split("\n")].map((line) => `  ${line}`).join("\n");
}

/** The exact command that gives a shell on the laptop from another terminal. */
function shellOn(lab: Lab): string {
  return `sudo ${commandText([...lab.laptop.enter, "/bin/bash"])}`;
}
