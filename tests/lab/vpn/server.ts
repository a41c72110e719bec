import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { childrenOf, readProcess } from "../room/processes.ts";
import { PROGRAMS } from "../room/programs.ts";
import type { Room } from "../room/room.ts";
import { mustRun } from "../room/run-program.ts";
import { startLogged } from "../room/start-program.ts";
import { waitUntil } from "../room/wait-until.ts";
import type { Certificate } from "./certificate.ts";
import { ACCOUNT, ocservConfiguration, passwordFile } from "./ocserv-configuration.ts";
import type { ServerSettings } from "./ocserv-configuration.ts";

/** The running VPN server. */
export interface VpnServer {
  readonly logFile: string;
  /** Stops it in order; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Writes ocserv's configuration and password file into `folder` and starts it; resolves when it listens. */
export async function startServer(
  room: Room,
  folder: string,
  certificate: Certificate,
  settings: ServerSettings = {},
): Promise<VpnServer> {
  const configuration = join(folder, "ocserv.conf");
  await writeFile(configuration, ocservConfiguration(folder, certificate, settings));
  const password = `${ACCOUNT.password}\n${ACCOUNT.password}\n`;
  await mustRun([PROGRAMS.ocpasswd, "-c", passwordFile(folder), ACCOUNT.user], { stdin: password });
  const logFile = join(folder, "ocserv.log");
  const child = startLogged(
    [...room.enter("server"), PROGRAMS.ocserv, "--foreground", "--config", configuration],
    logFile,
  );
  const ended = once(child, "exit");
  const pid = await waitUntil("ocserv listens on port 443", 10_000, () => {
    if (child.exitCode !== null) throw new Error(`ocserv ended:\n${readFileSync(logFile, "utf8")}`);
    const [main] = child.pid === undefined ? [] : childrenOf(child.pid);
    return main !== undefined && listensOn443(main) && main;
  });
  return {
    logFile,
    stop: async () => {
      process.kill(pid, "SIGTERM");
      await ended;
    },
  };
}

// /proc/<pid>/net/tcp: "<n>: <local address>:<port, hex> <remote> 0A …", 0A being LISTEN; 01BB is 443.
const LISTENING_ON_443 = /^\s*\d+: [0-9A-F]+:01BB \S+ 0A /m;

function listensOn443(pid: number): boolean {
  return LISTENING_ON_443.test(readProcess(pid, "net/tcp")) || LISTENING_ON_443.test(readProcess(pid, "net/tcp6"));
}
