import type { Facts } from "../health/facts.ts";
import { formatAddress } from "../network/address.ts";
import type { Route } from "../snapshot/route.ts";
import { judgeAddress, judgeTable } from "./judge-address.ts";
import { judgeLink } from "./judge-link.ts";
import { judgeNoRoute } from "./judge-no-route.ts";
import { judgeRefusal } from "./judge-refusal.ts";
import { holderOf, judgeTunnel } from "./judge-tunnel.ts";
import type { Outcome, TunnelHolder, Way } from "./preflight-report.ts";
import { cannotTell } from "./question.ts";
import type { Judgement, Question } from "./question.ts";
import { sourceAddress } from "./source-address.ts";

/** The judges of a way in the order in which they are asked: the first that knows answers. */
const JUDGES: readonly ((question: Question) => Judgement | null)[] = [
  judgeAddress,
  judgeTable,
  judgeNoRoute,
  judgeRefusal,
  judgeTunnel,
  judgeLink,
];

/** Settled before any row is asked. */
const SENT_NOWHERE = new Set<Outcome>(["zone-missing", "not-a-host"]);

/** What happens to a packet that an ordinary program sends to one address now. */
export function wayTo(question: Question): Way {
  const judgement = judgeWay(question);
  const { facts, address, contest } = question;
  const { winner } = contest;
  const isSent = winner !== null && winner.type === "unicast" && !SENT_NOWHERE.has(judgement.outcome);
  return {
    ...judgement,
    evidence: [...judgement.evidence],
    address: formatAddress(address),
    family: address.family,
    winner,
    losers: contest.losers.map(({ route, reason }) => ({ route, reason })),
    nextHop: isSent ? winner.gateway : null,
    interface: winner?.interface ?? null,
    source: isSent && !isSourceLost(judgement, winner, facts) ? sourceAddress(facts, winner, address) : null,
    tunnel: tunnelHolder(question),
  };
}

// macOS keeps the own address in the row (RT_IFA). Where that is not printed and the row is dead, it is the one that is gone.
function isSourceLost({ works }: Judgement, { source }: Route, { snapshot }: Facts): boolean {
  return works === "no" && snapshot.os === "darwin" && source === null;
}

function judgeWay(question: Question): Judgement {
  for (const judge of JUDGES) {
    const judgement = judge(question);
    if (judgement !== null) return judgement;
  }
  return cannotTell("unknown");
}

function tunnelHolder(question: Question): TunnelHolder | null {
  const name = question.contest.winner?.interface ?? null;
  if (name === null || !question.facts.isTunnel(name)) return null;
  const holder = holderOf(question, name);
  return {
    client: holder?.kind ?? null,
    pid: holder?.pid ?? null,
    server: holder === undefined ? null : (holder.serverAddresses[0] ?? holder.server),
  };
}
