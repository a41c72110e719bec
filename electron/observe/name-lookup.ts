import { lookup } from "node:dns/promises";
import { setTimeout as after } from "node:timers/promises";
import { canonicalAddress } from "../../shared/network/address.ts";
import type { NameLookup } from "../../shared/preflight/preflight-report.ts";

/** A resolver that nobody answers tries for half a minute and more; nobody waits that long for a prediction. */
const LONGEST_LOOKUP = 12_000;

/** Node's names for getaddrinfo's answers "there is no such name" and "no address for that name". */
const NOT_FOUND = new Set(["ENOTFOUND", "ENODATA", "EAI_NONAME", "EAI_NODATA"]);
const NO_ANSWER = new Set(["EAI_AGAIN", "ESERVFAIL", "ETIMEOUT", "EAI_FAIL"]);

/**
 * Looks a host name up with the system's resolver (getaddrinfo), as VPN clients do; addresses in the order in which it
 * gives them. Never throws for a name that cannot be looked up: that is a result of its own. `limit` in milliseconds; the
 * look-up itself cannot be called off, so a program that ends before it does lives until the resolver gives up.
 */
export async function lookUpName(name: string, limit: number = LONGEST_LOOKUP): Promise<NameLookup> {
  const ending = new AbortController();
  const late = after(limit, "late" as const, { signal: ending.signal, ref: false });
  try {
    const answer = await Promise.race([lookup(name, { all: true, verbatim: true }), late]);
    if (answer === "late") return { state: "failed", reason: "timed-out", code: "ETIMEDOUT" };
    const addresses = answer.flatMap(({ address }) => canonicalAddress(address) ?? []);
    return { state: "found", addresses: [...new Set(addresses)] };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return failed(String(error.code));
  } finally {
    ending.abort();
    await late.catch(ignoreAbort);
  }
}

function failed(code: string): NameLookup {
  const reason = NOT_FOUND.has(code) ? "not-found" : NO_ANSWER.has(code) ? "no-answer" : "other";
  return { state: "failed", reason, code };
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
