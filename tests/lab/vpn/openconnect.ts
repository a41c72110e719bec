import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../lab.ts";
import { SERVER, TUNNEL_INTERFACE } from "../network/addresses.ts";
import { commandOf, innermostPid, childrenOf } from "../room/processes.ts";
import { PROGRAMS } from "../room/programs.ts";
import { giveInput, startLogged } from "../room/start-program.ts";
import { waitUntil } from "../room/wait-until.ts";
import { ACCOUNT } from "./ocserv-configuration.ts";
import { scriptFor, type ScriptName } from "./script.ts";

/** How openconnect ended: its exit code, or the signal that killed it. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** An openconnect that was started on the laptop, in the foreground. */
export interface Openconnect {
  /** Its process id as the laptop numbers it. */
  readonly pid: number;
  /** The processes that it has started, as the machine numbers them. */
  children(): number[];
  /** What it has printed so far. */
  log(): string;
  /** Sends it a signal. Throws ESRCH if it is gone. */
  signal(name: "SIGINT" | "SIGHUP" | "SIGUSR2" | "SIGKILL"): void;
  /** How it ended, or undefined while it runs. */
  ending(): Ending | undefined;
}

/** Starts openconnect against a server, with further `words` if need be; resolves as soon as the process exists. */
export async function startOpenconnect(
  lab: Lab,
  script: ScriptName,
  tunnel = TUNNEL_INTERFACE,
  words: readonly string[] = [],
  server: string = SERVER,
): Promise<Openconnect> {
  const logFile = join(lab.folder, `openconnect-${logsIn(lab.folder) + 1}.log`);
  const argv = [
    ...lab.laptop.enter,
    PROGRAMS.openconnect,
    ...(await commandLine(lab, script, tunnel)),
    ...words,
    server,
  ];
  const child = startLogged(argv, logFile, { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" });
  let ending: Ending | undefined;
  child.once("close", (code, signal) => (ending = { code, signal }));
  const outside = await waitUntil("openconnect runs", 5_000, () => {
    if (ending) throw new Error(`openconnect ended at once:\n${readFileSync(logFile, "utf8")}`);
    return child.pid !== undefined && openconnectBelow(child.pid);
  });
  const pid = innermostPid(outside);
  giveInput(child.stdin, `${ACCOUNT.password}\n`); // read before anything else is done, so it has waited for us here
  return {
    pid,
    children: () => childrenOf(outside),
    log: () => readFileSync(logFile, "utf8"),
    signal: (name) => process.kill(outside, name),
    ending: () => ending,
  };
}

async function commandLine(lab: Lab, script: ScriptName, tunnel: string): Promise<string[]> {
  const sign = [`--user=${ACCOUNT.user}`, "--passwd-on-stdin", `--servercert=${lab.certificate.pin}`];
  const scriptFile = await scriptFor(script, lab.folder);
  return ["--timestamp", ...sign, `--interface=${tunnel}`, `--script=${scriptFile}`];
}

/** The child of nsenter, once it has become openconnect. */
function openconnectBelow(nsenter: number): number | undefined {
  return childrenOf(nsenter).find((child) => commandOf(child) === "openconnect");
}

function logsIn(folder: string): number {
  return readdirSync(folder).filter((name) => name.startsWith("openconnect-")).length;
}
