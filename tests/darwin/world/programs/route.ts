import { parseAddress } from "../../../../shared/network/address.ts";
import { ERRNO } from "../kernel/errno.ts";
import type { RouteRequest, Via } from "../kernel/route-request.ts";
import type { Answer, MacState } from "../state.ts";
import { failed, printed } from "../state.ts";
import { routeGet } from "./route-get.ts";
import { readDestination, readWords } from "./route-words.ts";
import type { RouteWords } from "./route-words.ts";

const VERBS: ReadonlySet<string> = new Set(["add", "delete", "change"]);

/** Who runs `route`: the pid that the routing messages tell, and whether it is root. */
export interface Runner {
  readonly pid: number;
  readonly isRoot: boolean;
}

/**
 * `route [-n] add|delete|change|get …`. It exits with 0 also when the kernel refused: only its words tell, on both outputs
 * (macos-facts §4.2).
 */
export function route(words: readonly string[], mac: MacState, runner: Runner): Answer {
  const read = readWords(words);
  if (read === null || !(VERBS.has(read.verb) || read.verb === "get")) {
    return failed("usage: route [-dnqtv] command [[modifiers] args]", 64);
  }
  if (read.verb === "get") return routeGet(read, mac);
  if (!runner.isRoot) return failed("route: must be root to alter routing table", 77);
  const destination = readDestination(read);
  const via = readGateway(read);
  if (destination === null) return failed(`route: bad address: ${read.destination}`, 68);
  if (via === undefined) return failed(`route: bad address: ${read.gateway ?? ""}`, 68);
  if (read.scope !== null && mac.kernel.link(read.scope) === null) return failed("route: bad interface name", 1);
  const verb = read.verb as RouteRequest["verb"];
  const flags = `S${read.blackhole ? "B" : ""}`;
  const error = mac.kernel.request({ verb, pid: runner.pid, ...destination, scope: read.scope, via, flags });
  const kind = destination.host ? "host" : "net";
  const done = `${read.verb} ${kind} ${read.destination}${read.gateway === null ? "" : `: gateway ${read.gateway}`}`;
  if (error === null) return printed(`${done}\n`);
  const { text } = ERRNO[error];
  return { out: `${done}: ${text}\n`, errors: `route: writing to routing socket: ${text}`, status: 0 };
}

/** Where a row is to lead, null when the words name nothing, undefined when what they name is no address. */
function readGateway({ gateway, throughInterface }: RouteWords): Via | null | undefined {
  if (gateway === null) return null;
  if (throughInterface) return { interface: gateway };
  return parseAddress(gateway) === null ? undefined : gateway;
}
