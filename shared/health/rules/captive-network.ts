import { codedText } from "../../snapshot/coded-text.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import { valuesOf } from "../../snapshot/part.ts";
import type { Process } from "../../snapshot/process.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { livingTunnels } from "../tunnels.ts";
import { connectedInterfaces } from "../uplink.ts";

/**
 * A network that answers in place of the servers, until somebody signs in. Holdfast asks nobody: it only repeats what the
 * system itself has found. Always suspected, since that may be minutes old.
 */
export function captiveNetwork(facts: Facts): Finding[] {
  const evidence = [...saidBySystem(facts), ...signInWindow(facts)];
  if (evidence.length === 0 || !isConnected(facts)) return [];
  return [
    {
      id: "captive-network",
      // With a tunnel up the system's question may have gone through it, and somebody else's proxy have answered.
      severity: livingTunnels(facts).length > 0 ? "info" : "warning",
      certainty: "suspected",
      route: null,
      client: null,
      evidence,
      args: {},
      repair: [],
    },
  ];
}

function saidBySystem(facts: Facts): CodedText[] {
  const portals = valuesOf(facts.snapshot.connectivity).filter(({ state }) => state === "portal");
  const codes = portals.map(({ origin, interface: name }) =>
    codedText(`portal-by-${origin}`, name === null ? {} : { interface: name }),
  );
  return codes.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** macOS opens this program for the page of a network, and for nothing else. */
const SIGN_IN_WINDOW = /^\/System\/Library\/CoreServices\/Captive Network Assistant\.app\//;

function signInWindow(facts: Facts): CodedText[] {
  if (facts.snapshot.os !== "darwin") return [];
  const isOpen = valuesOf(facts.snapshot.processes).some((process: Process) =>
    SIGN_IN_WINDOW.test(process.arguments.join(" ")),
  );
  return isOpen ? [codedText("sign-in-window-open", {})] : [];
}

function isConnected(facts: Facts): boolean {
  return connectedInterfaces(facts, "inet").length > 0 || connectedInterfaces(facts, "inet6").length > 0;
}
