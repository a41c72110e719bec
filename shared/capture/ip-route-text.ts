import { RouteType } from "../snapshot/route.ts";
import { refuseRow, takeWords } from "./ip-text.ts";
import type { FieldsOf } from "./ip-text.ts";

/** Words with a value, and the field that `ip -j` has for them. */
const FIELDS: Readonly<Record<string, string>> = {
  dev: "dev",
  table: "table",
  proto: "protocol",
  scope: "scope",
  src: "prefsrc",
  pref: "pref",
  from: "from",
  tos: "tos",
  realm: "flow",
  realms: "flow",
  nhid: "nhid",
  expires: "expires",
  error: "error",
  iif: "iif",
  mark: "mark",
  "ttl-propagate": "ttl-propagate",
};
const METRICS = new Set([
  ...["mtu", "advmss", "window", "hoplimit", "initcwnd", "initrwnd", "quickack", "reordering", "cwnd", "ssthresh"],
  ...["rtt", "rttvar", "rto_min", "fastopen_no_cookie"],
]);
const FLAGS = new Set([
  ...["onlink", "linkdown", "dead", "pervasive", "offload", "trap", "notify", "unresolved"],
  ...["rt_offload", "rt_trap", "rt_offload_failed"],
]);
const WHOLE_NUMBER = /^\d+$/;

/**
 * The fields of one row of `ip route` (`203.0.113.9 via 198.51.100.1 dev wlan0 metric 600`). That a metric is locked,
 * which the JSON does not tell, becomes a field of its own. Rows with an encapsulation, which mixes its words with the
 * route's, are refused.
 */
export const routeFields: FieldsOf = ({ words, below }) => {
  const [first = "", ...rest] = words;
  const isTyped = RouteType.options.some((type) => type === first);
  const [dst, ...attributes] = isTyped ? rest : words;
  if (dst === undefined) refuseRow();
  const hops = below.filter(([word]) => word !== "nh_info");
  const nexthops = hops.map(([word, ...hop]) => (word === "nexthop" ? attributesOf(hop) : refuseRow()));
  return {
    ...(isTyped ? { type: first } : {}),
    dst,
    ...attributesOf(attributes),
    ...(nexthops.length === 0 ? {} : { nexthops }),
  };
};

function attributesOf(words: readonly string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const flags: string[] = [];
  const metrics: Record<string, unknown> = {};
  takeWords(words, (word, next) => {
    const field = FIELDS[word];
    if (field !== undefined) fields[field] = next();
    else if (METRICS.has(word)) {
      const value = next();
      if (value === "lock") fields["lock"] = word;
      metrics[word] = numberOr(value === "lock" ? next() : value);
    } else if (word === "features") metrics[next()] = null;
    else if (word === "congctl") metrics["congestion"] = next();
    else if (word === "metric" || word === "weight") fields[word] = Number(wholeNumber(next()));
    else if (word === "via") Object.assign(fields, nextHop(next(), next));
    else if (FLAGS.has(word)) flags.push(word);
    else refuseRow();
  });
  return { ...fields, flags, ...(Object.keys(metrics).length === 0 ? {} : { metrics: [metrics] }) };
}

/** Behind `via` stands an address, or the other family and an address of it. */
function nextHop(word: string, next: () => string): Record<string, unknown> {
  return word === "inet" || word === "inet6" ? { via: { family: word, host: next() } } : { gateway: word };
}

function wholeNumber(text: string): string {
  return WHOLE_NUMBER.test(text) ? text : refuseRow();
}

function numberOr(text: string): number | string {
  return WHOLE_NUMBER.test(text) ? Number(text) : text;
}
