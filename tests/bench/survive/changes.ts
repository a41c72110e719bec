import type { Lab } from "../../lab/lab.ts";
import { ETHERNET, pinByEthernet, plugInEthernet } from "../../lab/network/ethernet.ts";
import { joinTwinOfHome, returnFromTwin } from "../../lab/network/same-subnet.ts";
import type { Procedure } from "../../lab/network/wifi.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";
import { callsFrom } from "../../lab/vpn/calls-to-server.ts";
import type { Openconnect } from "../../lab/vpn/openconnect.ts";

/** A change of network that can be made again and again. */
export interface Change {
  /** The change that is measured. */
  make(): Promise<void>;
  /** What has to be done, with the client, before it can be made again; null when nothing has. */
  readonly takeBack: ((client: Openconnect) => Promise<void>) | null;
}

/** How a laptop changes its network; each begins before the VPN is connected. */
export const CHANGES = {
  "flush first": (lab) => switching(lab, "flush-first"),
  "make before break": (lab) => switching(lab, "make-before-break"),
  "same subnet, other router": twin,
  "Ethernet to Wi-Fi": cable,
} as const satisfies Record<string, (lab: Lab) => Promise<Change>>;

const BY_ITSELF_WITHIN_MS = 1_000;
const BY_CABLE_WITHIN_MS = 30_000;

/** The name of a change, as the table has it. */
export type ChangeName = keyof typeof CHANGES;

async function switching({ wifi }: Lab, procedure: Procedure): Promise<Change> {
  return {
    make: () => wifi.join(wifi.joined() === "home" ? "hot" : "home", procedure),
    takeBack: null,
  };
}

async function twin(lab: Lab): Promise<Change> {
  let isAtHome = true;
  return {
    async make() {
      await (isAtHome ? joinTwinOfHome(lab) : returnFromTwin(lab));
      isAtHome = !isAtHome;
    },
    takeBack: null,
  };
}

// A session that has gone over to the Wi-Fi stays there, although the cable is back: it is brought back to where it began.
async function cable(lab: Lab): Promise<Change> {
  const ethernet = await plugInEthernet(lab);
  return {
    make: ethernet.pullOut,
    async takeBack(client) {
      // A connection that the cable had before comes to life again, and says nothing about where the client calls now.
      const before = callsFrom(lab, ETHERNET.laptop);
      await ethernet.putIn();
      await pinByEthernet(lab);
      // Not if somebody else has done it: a second signal meets the client's script, and leaves a dead child of it behind.
      if (!(await callsAnew(lab, before, BY_ITSELF_WITHIN_MS))) client.signal("SIGUSR2");
      if (!(await callsAnew(lab, before, BY_CABLE_WITHIN_MS))) throw new Error("the client does not call by the cable");
    },
  };
}

/** Whether there is a connection by the cable that is not one of those, or is within the time given. */
async function callsAnew(lab: Lab, before: readonly string[], withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  return waitUntil("it is known how the client calls", 2 * withinMs, () => {
    if (callsFrom(lab, ETHERNET.laptop).some((call) => !before.includes(call))) return "yes";
    return performance.now() > deadline && "no";
  }).then((answer) => answer === "yes");
}
