import { HELPER_LIMITS } from "../../shared/contract/helper-limits.ts";
import { errorLine, NO_ID } from "../../shared/contract/helper-wire.ts";
import { auditLine } from "./audit.ts";
import type { Audit } from "./audit.ts";
import { authorise } from "./authorise.ts";
import { readCommandLine } from "./command-line.ts";
import { Refusal } from "./refusal.ts";
import { serve } from "./serve.ts";
import { standardConnection } from "./standard-connection.ts";
import { DARWIN_PLACES } from "../../shared/helper-setup/places.ts";
import { boundLog } from "./system/bounded-log.ts";
import { createNodeHost } from "./system/node-host.ts";
import { placesOf } from "./system/places-of.ts";
import { operatingSystem } from "./system/surroundings.ts";

const EXIT = { done: 0, failed: 1, usage: 2 } as const;
const IGNORED_SIGNALS = ["SIGUSR1", "SIGUSR2"] as const;
const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

// Before anything else: what was inherited must not shape what is done (helper-security R8, R9).
process.umask(0o077);
process.chdir("/");
const inherited = { ...process.env };
for (const name of Object.keys(process.env)) delete process.env[name];

void main().then((code) => {
  process.exitCode = code;
});

async function main(): Promise<number> {
  const invocation = readCommandLine(process.argv.slice(2));
  if (invocation === null) return EXIT.usage;
  const caller = authorise(invocation, {
    platform: process.platform,
    effectiveUid: process.geteuid?.() ?? -1,
    uid: process.getuid?.() ?? -1,
    environment: inherited,
  });
  if (caller === null) {
    process.stdout.write(`${errorLine(NO_ID, "denied")}\n`);
    return EXIT.failed;
  }
  const end = listenForSignals();
  const endLimit = limitLife();
  // Whoever listened to the log or waited for an answer may be gone; the work goes on, and the journal tells of it.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const audit = toStandardError();
  try {
    // Elsewhere the service manager keeps what is written, and bounds it.
    if (process.platform === "darwin" && invocation.mode === "socket") boundLog(DARWIN_PLACES.errors);
    const host = await createNodeHost(placesOf(invocation, operatingSystem()));
    const door = invocation.mode === "socket" ? invocation.door : "all";
    const session = { host, caller, door, ruleset: __RULESET__, version: __VERSION__, audit };
    await serve(session, standardConnection(process.stdin, process.stdout, end, endLimit));
    return EXIT.done;
  } catch (error) {
    const code = error instanceof Refusal ? error.code : "internal";
    audit({ op: "serve", uid: caller.uid, result: code, detail: String(error) });
    process.stdout.write(`${errorLine(NO_ID, code)}\n`);
    return EXIT.failed;
  } finally {
    // Else the open standard input would keep the process; what was written drains all the same.
    process.stdin.destroy();
  }
}

// A listener of SIGUSR1 keeps Node from opening its debugger (helper-security §1.7). The others let the running
// request come to its end and take no more.
function listenForSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of IGNORED_SIGNALS) process.on(signal, () => undefined);
  for (const signal of ENDING_SIGNALS) process.on(signal, () => controller.abort());
  return controller.signal;
}

// A client that never reads its answer would else hold the process for ever. Only a connection that keeps VPNs alive is
// meant to last.
function limitLife(): () => void {
  const timer = setTimeout(() => process.exit(EXIT.failed), HELPER_LIMITS.hardLifeMilliseconds);
  timer.unref();
  return () => clearTimeout(timer);
}

function toStandardError(): Audit {
  return (entry) => process.stderr.write(`${auditLine(entry, new Date().toISOString(), process.pid)}\n`);
}
