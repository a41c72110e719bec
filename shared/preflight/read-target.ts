import { canonicalAddress } from "../network/address.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { ServerTarget } from "./preflight-report.ts";

/** openconnect and most of its kind speak HTTPS. */
const DEFAULT_PORT = 443;
const LONGEST_NAME = 253;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** A target, or why the text is none: a key of `preflight:target`. */
export type TargetReading = { readonly target: ServerTarget } | { readonly problem: CodedText };

/**
 * Reads SERVER as openconnect takes it: an address, a host name, `host:port`, `[2001:db8::1]:port`, or an `https` URL,
 * whose path (the user group) is of no matter here. Names are ASCII: other scripts in their `xn--` form.
 */
export function readTarget(text: string): TargetReading {
  const given = text.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(given);
  if (scheme !== null && scheme[1]?.toLowerCase() !== "https") return problem("scheme", { scheme: scheme[1] ?? "" });
  const authority = withoutUser(given.slice(scheme?.[0].length ?? 0).split(/[/?#]/)[0] ?? "");
  const { host, port } = splitPort(authority);
  if (host === "") return problem("empty", {});
  const number = port === null ? DEFAULT_PORT : Number(port);
  if (port !== null && (!/^\d{1,5}$/.test(port) || number < 1 || number > 65_535)) return problem("port", { port });
  return withHost(host, number, given);
}

function withHost(host: string, port: number, given: string): TargetReading {
  const address = canonicalAddress(host);
  if (address !== null) return { target: { host: address, isName: false, port } };
  // `10.8.1` and `256.1.1.1` are no names: programs that take them for addresses read each of them differently.
  if (/^[\d.]+$/.test(host) || host.includes(":")) return problem("not-an-address", { text: host });
  const name = host.toLowerCase().replace(/\.$/, "");
  const isName = name.length <= LONGEST_NAME && name.split(".").every((label) => LABEL.test(label));
  return isName ? { target: { host: name, isName: true, port } } : problem("not-a-name", { text: given });
}

// An IPv6 address without brackets has no room for a port: `2001:db8::1:443` is an address as a whole.
function splitPort(authority: string): { host: string; port: string | null } {
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(authority);
  if (bracketed !== null) return { host: bracketed[1] ?? "", port: bracketed[2] ?? null };
  const colon = authority.indexOf(":");
  if (colon < 0 || colon !== authority.lastIndexOf(":")) return { host: authority, port: null };
  return { host: authority.slice(0, colon), port: authority.slice(colon + 1) };
}

function withoutUser(authority: string): string {
  return authority.slice(authority.lastIndexOf("@") + 1);
}

function problem(code: string, args: CodedText["args"]): TargetReading {
  return { problem: codedText(code, args) };
}
