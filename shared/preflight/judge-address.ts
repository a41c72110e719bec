import { formatAddress } from "../network/address.ts";
import {
  isLinkLocalAddress,
  isLoopbackAddress,
  isMulticastAddress,
  isRoutableAddress,
} from "../network/special-prefixes.ts";
import { isLoopbackInterface } from "../network/tunnel-names.ts";
import { codedText } from "../snapshot/coded-text.ts";
import { errorAtOnce } from "./connect-errors.ts";
import { cannotTell, fails, passes } from "./question.ts";
import type { Judgement, Question } from "./question.ts";

/**
 * What the address alone settles: none of a host, this computer's own, or link-local without its link. The errors of Linux
 * were measured; XNU refuses a TCP connect to a group before it asks any route (tcp_usrreq.c), and finds no route to a
 * link-local address without its link (not run on a Mac).
 */
export function judgeAddress(question: Question): Judgement | null {
  const { facts, address, contest } = question;
  const bare = { ...address, zone: null };
  const { os } = facts.snapshot;
  if (isLoopbackAddress(bare) || isOwnAddress(question)) return passes("this-computer", "proven");
  if (isMulticastAddress(bare))
    return fails("not-a-host", errorAtOnce(os, os === "linux" ? "ENETUNREACH" : "EAFNOSUPPORT"));
  if (isLinkLocalAddress(bare) && address.family === "inet6" && address.zone === null)
    return fails("zone-missing", errorAtOnce(os, os === "linux" ? "EINVAL" : "EHOSTUNREACH"));
  if (contest.winner?.type === "broadcast") return fails("not-a-host", errorAtOnce(os, "ENETUNREACH"));
  return isRoutableAddress(bare) || isLinkLocalAddress(bare) ? null : cannotTell("not-a-host");
}

function isOwnAddress({ facts, address, contest: { winner } }: Question): boolean {
  if (winner?.type === "local") return true;
  const text = formatAddress({ ...address, zone: null });
  const isOwn = [...facts.interfaces.values()].some((entry) => entry.addresses.some((own) => own.address === text));
  if (isOwn || winner?.interface == null) return isOwn;
  return winner.type === "unicast" && winner.host && isLoopbackInterface(winner.interface);
}

/** The table of the family was not observed, or not the rules that could lead the packet into another table (Linux). */
export function judgeTable({ facts, address, contest }: Question): Judgement | null {
  if (!facts.snapshot.routes[address.family].observed)
    return cannotTell("unknown", { evidence: [codedText("table-not-observed")] });
  const foreign = contest.losers.find(({ reason }) => reason.code === "table-unknown");
  if (foreign === undefined) return null;
  return cannotTell("unknown", { evidence: [codedText("rules-not-observed", { table: foreign.route.table })] });
}
