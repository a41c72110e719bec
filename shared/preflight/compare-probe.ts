import type { Preflight, Probe, Way } from "./preflight-report.ts";

/** One TCP connect as it went. */
export type Attempt = Omit<Probe, "compared">;

/** The address that a probe tries: the first that is foreseen to work, else the first; null when there is none. */
export function addressToProbe({ ways }: Preflight): string | null {
  return (ways.find(({ works }) => works === "yes") ?? ways[0])?.address ?? null;
}

/** The pre-flight with the outcome of a try beside it. `works` and the verdict stay what the tables tell. */
export function withProbe(report: Preflight, attempt: Attempt): Preflight {
  const way = report.ways.find(({ address }) => address === attempt.address);
  return { ...report, probe: { ...attempt, compared: compare(way, attempt) } };
}

// Silence is never proof: behind an open way the server may be off or a firewall in between (01-product, rule 1).
function compare(way: Way | undefined, { result, errno }: Attempt): Probe["compared"] {
  const reached = result === "connected" || result === "refused";
  if (way === undefined || way.works === "unknown") return "settles";
  if (way.works === "yes") return reached ? "as-foreseen" : result === "timed-out" ? "silent" : "not-as-foreseen";
  if (reached) return "not-as-foreseen";
  if (way.error === null) return "as-foreseen";
  if (result === "timed-out") return way.error.when === "at-once" ? "not-as-foreseen" : "as-foreseen";
  return errno === way.error.errno ? "as-foreseen" : "not-as-foreseen";
}
