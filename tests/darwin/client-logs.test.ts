import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect } from "vitest";
import { darwinOutputs } from "../../electron/observe/client-logs/darwin-outputs.ts";
import { findClientLogs } from "../../electron/observe/client-logs/find-client-logs.ts";
import type { FoundLog } from "../../electron/observe/client-logs/find-client-logs.ts";
import { loggingClients } from "../../shared/clients/logging-clients.ts";
import { recogniseClients } from "../../shared/clients/recognise.ts";
import { macTest } from "./mac-test.ts";
import { connected } from "./world/clients/openconnect.ts";
import { lookAtMac } from "./world/holdfast/observe.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS } from "./world/network.ts";
import { toolsUnder } from "./world/tool-folder.ts";

async function logsOn(mac: Mac): Promise<FoundLog[]> {
  const snapshot = await lookAtMac(mac);
  return findClientLogs(loggingClients(recogniseClients(snapshot), snapshot), darwinOutputs(toolsUnder(mac.root).lsof));
}

/** Writes a file of the Mac and gives its path. */
function fileOf(mac: Mac, place: string): string {
  const path = join(mac.root, place);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  return path;
}

describe("the logs of clients on a Mac", () => {
  macTest("are where openconnect's output goes, of which lsof is asked once", async ({ mac }) => {
    mac.joins(CAMPUS);
    const { pid } = connected(mac);
    expect(await logsOn(mac)).toEqual([]);
    const path = fileOf(mac, "Users/li/文档/vpn log.txt");
    mac.processes.change(pid, { output: path });
    const asked: string[] = [];
    mac.interfere(({ program, words }) => {
      if (program === "lsof" && words.includes("-Ffn")) asked.push(words.join(" "));
      return null;
    });
    expect(await logsOn(mac)).toEqual([{ client: "openconnect", pid, path }]);
    expect(asked).toEqual([`-nP -w -a -p ${pid} -d 1,2 -Ffn`]);
  });

  macTest("are what Tunnelblick tells OpenVPN, whose outputs are root's", async ({ mac }) => {
    const path = fileOf(mac, "Library/Application Support/Tunnelblick/Logs/home.openvpn.log");
    const program = "/Applications/Tunnelblick.app/Contents/Resources/openvpn/openvpn-2.6.12/openvpn";
    const { pid } = mac.processes.start({ command: `${program} --daemon --log-append ${path} --cd /Library --verb 3` });
    expect(await logsOn(mac)).toEqual([{ client: "openvpn", pid, path }]);
  });
});
