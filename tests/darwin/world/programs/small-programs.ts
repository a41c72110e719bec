import type { Answer, MacState } from "../state.ts";
import { failed, printed } from "../state.ts";

/** `sw_vers -productVersion`. */
export function swVers(_words: readonly string[], { version }: MacState): Answer {
  return printed(`${version}\n`);
}

/** `sysctl -n kern.bootsessionuuid`. */
export function sysctl(words: readonly string[], { boot }: MacState): Answer {
  const name = words.at(-1) ?? "";
  return name === "kern.bootsessionuuid" ? printed(`${boot}\n`) : failed(`sysctl: unknown oid '${name}'`, 1);
}

/** `ipconfig getoption IF router`: one address, or nothing and a failure. */
export function ipconfig(words: readonly string[], { configd }: MacState): Answer {
  const [verb, device, option] = words;
  const service = configd.services.find((entry) => entry.device === device);
  const lease = service === undefined ? null : configd.lease(service);
  if (verb !== "getoption" || option !== "router" || lease === null) return failed("", 1);
  return printed(`${lease.router}\n`);
}

/** `kill -USR2 PID`, so that no signal of this world can reach a process of the machine that the tests run on. */
export function kill(words: readonly string[], { processes }: MacState): Answer {
  const [signal = "", pid = ""] = words;
  const process = processes.find(Number(pid));
  if (process === null) return failed(`kill: ${pid}: No such process`, 1);
  process.onSignal?.(`SIG${signal.replace(/^-/, "")}`);
  return printed("");
}
