import type { Facts } from "../health/facts.ts";
import type { Finding } from "../health/finding.ts";
import { parseAddress } from "../network/address.ts";
import { isDefault } from "../network/route-prefix.ts";
import { isPrivateAddress } from "../network/special-prefixes.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { isComplete } from "../snapshot/part.ts";
import type { ServerTarget, Way } from "./preflight-report.ts";

/** What else can come in between, though the routes are as judged: keys of `preflight:caveat`. */
export function caveatsFor(
  facts: Facts,
  findings: readonly Finding[],
  { host }: ServerTarget,
  ways: readonly Way[],
): CodedText[] {
  return [
    ...findings
      .filter(({ id, severity }) => id === "captive-network" && severity === "info")
      .slice(0, 1)
      .map(() => codedText("captive")),
    ...runningClients(facts, host, ways),
    ...ways.filter((way) => isPrivateBehindDefault(way)).map(({ address }) => codedText("private-server", { address })),
    ...ways.filter(({ losers }) => losers.some(({ reason }) => reason.code === "clone-elsewhere")).map(cloneCaveat),
    ...(ways.some(({ family }) => facts.snapshot.routes[family].observed && !isComplete(facts.snapshot.routes[family]))
      ? [codedText("table-in-part")]
      : []),
    ...(ways.some(({ tunnel }) => tunnel !== null) && !facts.processesComplete ? [codedText("processes-unseen")] : []),
  ];
}

function runningClients({ clients }: Facts, host: string, ways: readonly Way[]): CodedText[] {
  return clients
    .filter((client) => client.alive && client.interface !== null)
    .filter((client) => client.server === host || ways.some(({ address }) => client.serverAddresses.includes(address)))
    .map(({ kind, pid, interface: tunnel }) =>
      codedText("client-running", { client: kind, pid: pid ?? 0, interface: tunnel ?? "" }),
    );
}

function isPrivateBehindDefault({ address, outcome, winner }: Way): boolean {
  const parsed = parseAddress(address);
  return (
    outcome === "leaves-by-router" &&
    winner !== null &&
    isDefault(winner) &&
    parsed !== null &&
    isPrivateAddress(parsed)
  );
}

function cloneCaveat({ losers }: Way): CodedText {
  const clone = losers.find(({ reason }) => reason.code === "clone-elsewhere");
  return codedText("clone-elsewhere", clone?.reason.args ?? {});
}
