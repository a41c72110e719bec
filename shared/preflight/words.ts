import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { LINK } from "../snapshot/route.ts";
import type { ConnectError, Preflight, Probe, TunnelHolder, Way } from "./preflight-report.ts";

/** Errors of a try that have words under `preflight:errno`. */
const KNOWN_ERRORS = new Set([
  "EADDRNOTAVAIL",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENETDOWN",
  "EHOSTDOWN",
  "EINVAL",
  "EACCES",
  "EPERM",
  "ECONNRESET",
  "EAFNOSUPPORT",
]);

/** Where the packets of a way end, in one sentence: a key of `preflight:outcome`. */
export function outcomeWords(way: Way): CodedText {
  const { outcome, address, interface: name, nextHop, winner, tunnel } = way;
  const client = tunnel?.client ?? null;
  return codedText(outcome, {
    address,
    interface: name ?? "",
    gateway: nextHop === null || nextHop === LINK ? address : nextHop,
    destination: winner?.destination ?? "",
    client: client ?? "",
    ...wording(way),
  });
}

// i18next takes the wording from `context`.
function wording({ outcome, tunnel, finding }: Way): { context?: string } {
  if (finding === "captive-network") return { context: "captive" };
  if (outcome !== "through-tunnel") return {};
  if (tunnel?.client == null) return { context: "unknown" };
  return finding === "gateway-pin-missing" ? { context: "pinless" } : {};
}

/** What a client would print, and when: keys of `preflight:error`. */
export function errorWords({ text, when, seconds, openconnectText }: ConnectError): CodedText[] {
  const code = when === "after-seconds" && seconds === null ? "after-some-seconds" : when;
  const printed = codedText(code, { text, seconds: seconds ?? 0 });
  return openconnectText === null ? [printed] : [printed, codedText("openconnect", { text: openconnectText })];
}

/** Whose tunnel it is: a key of `preflight:tunnel`. */
export function holderWords({ client, pid, server }: TunnelHolder): CodedText {
  if (client === null) return codedText("unknown");
  const args = { client, pid: pid ?? 0 };
  return server === null ? codedText("held-without-server", args) : codedText("held", { ...args, server });
}

/** How a try went: a key of `preflight:probe`. */
export function probeWords({ result, errno, milliseconds }: Probe, { target }: Preflight): CodedText {
  const isStrange = result === "failed" && (errno === null || !KNOWN_ERRORS.has(errno));
  const args = { milliseconds, port: target.port, errno: errno ?? "" };
  return codedText(isStrange ? "failed-otherwise" : result, args);
}
