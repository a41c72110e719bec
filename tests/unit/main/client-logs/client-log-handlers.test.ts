import { appendFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { clientLogHandlers } from "../../../../electron/main/client-logs/client-log-handlers.ts";
import { askHere } from "../../../../electron/main/watch/questions.ts";
import { linuxOutputs } from "../../../../electron/observe/client-logs/linux-outputs.ts";
import type { LoggingClient } from "../../../../shared/clients/logging-clients.ts";
import { LONGEST_LOG } from "../../../../shared/contract/client-logs.ts";
import type { DetectedLog } from "../../../../shared/contract/client-logs.ts";
import { ipcContract } from "../../../../shared/contract/ipc.ts";
import { failed } from "../../../../shared/contract/result.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import { folderForTest, startLoggingTo } from "../../../support/client-with-log.ts";
import { judged, recordedSnapshot } from "../../../support/judged.ts";

const { clientLogs, clientLog, copiedText } = ipcContract.calls;

/** Handlers for clients that may change, with what they answer checked as the popover checks it. */
function handlersFor(pids: () => readonly number[], readClipboard: () => string | Promise<string> = () => "") {
  const running = (): LoggingClient[] => pids().map((pid) => ({ client: "openconnect", pid, namedFile: null }));
  const handlers = clientLogHandlers({
    clients: async () => ({ ok: true, value: running() }),
    readClipboard,
    readOutputs: linuxOutputs,
  });
  return {
    async list(): Promise<DetectedLog[]> {
      const answer = await handlers.clientLogs(null);
      return answer.ok ? v.parse(clientLogs.response, answer.value).logs : [];
    },
    async read(log: Pick<DetectedLog, "id"> | undefined) {
      const answer = await handlers.clientLog(v.parse(clientLog.request, { id: log?.id }));
      return answer.ok ? v.parse(clientLog.response, answer.value).text : answer;
    },
    async copied() {
      const answer = await handlers.copiedText(null);
      return answer.ok ? v.parse(copiedText.response, answer.value).text : answer;
    },
  };
}

/** A client that writes to `vpn.log`, handlers that know it, and what they list. */
async function listedClient() {
  const path = join(await folderForTest(), "vpn.log");
  const client = await startLoggingTo(path, "Got CONNECT response\n");
  let pids: readonly number[] = [client.pid];
  const handlers = handlersFor(() => pids);
  const [log] = await handlers.list();
  return { path, log, client, ...handlers, forget: () => void (pids = []) };
}

describe.runIf(process.platform === "linux")("the log of a running client", () => {
  it("is listed with its client and read by its id, as it stands then", async () => {
    const { path, log, client, read } = await listedClient();
    expect(log).toMatchObject({ client: "openconnect", pid: client.pid, path });
    expect(await read(log)).toBe("Got CONNECT response\n");
    await appendFile(path, "CSTP connected.\n");
    expect(await read(log)).toBe("Got CONNECT response\nCSTP connected.\n");
  });

  it("keeps its id in the next list", async () => {
    const { log, list, read } = await listedClient();
    expect(await list()).toEqual([log]);
    expect(await read(log)).toBe("Got CONNECT response\n");
  });

  it("is cut to its end when it is longer than is sent", async () => {
    const { path, log, read } = await listedClient();
    const line = "重新连接，第 1 次\n";
    await appendFile(path, line.repeat(Math.ceil(LONGEST_LOG / line.length)));
    const text = await read(log);
    expect(text).toBe(line.repeat(Math.floor(LONGEST_LOG / line.length)));
  });

  it("is not read when the last list does not have it", async () => {
    const { path, log, list, read, forget } = await listedClient();
    expect(await read({ id: path })).toEqual(failed("gone"));
    expect(await handlersFor(() => []).read(log)).toEqual(failed("gone"));
    forget();
    expect(await read(log)).toBe("Got CONNECT response\n");
    expect(await list()).toEqual([]);
    expect(await read(log)).toEqual(failed("gone"));
  });

  it("is said to be unreadable when it has vanished, and no link in its place is followed", async () => {
    const { path, log, read } = await listedClient();
    await rename(path, `${path}.1`);
    expect(await read(log)).toEqual(failed("log-unreadable", { path }));
    await symlink(`${path}.1`, path);
    expect(await read(log)).toEqual(failed("log-unreadable", { path }));
    await rm(path);
    await writeFile(path, "begun anew\n");
    expect(await read(log)).toBe("begun anew\n");
  });
});

describe("the clients that may have a log", () => {
  const handlersAfter = (name: string | null) => {
    const ask = askHere(() =>
      name === null ? null : { look: judged(recordedSnapshot(name)), history: EMPTY_HISTORY },
    );
    return { ask, ...clientLogHandlers({ clients: () => ask("loggingClients", null), readClipboard: () => "" }) };
  };

  it("are those of the last look", async () => {
    const { ask } = handlersAfter("537-openvpn-server-silent-persist-tun");
    expect(await ask("loggingClients", null)).toEqual({
      ok: true,
      value: [{ client: "openvpn", pid: 2210, namedFile: "/tmp/openvpn.log" }],
    });
  });

  it("are not known before the first look", async () => {
    expect(await handlersAfter(null).clientLogs(null)).toEqual(failed("not-looked-yet"));
  });
});

describe("the copied text", () => {
  it("is what the clipboard holds when it is asked for, in Electron's old way and in its new one", async () => {
    let text = "";
    const { copied } = handlersFor(
      () => [],
      () => text,
    );
    expect(await copied()).toBe("");
    text = "Got CONNECT response\n";
    expect(await copied()).toBe(text);
    expect(
      await handlersFor(
        () => [],
        async () => text,
      ).copied(),
    ).toBe(text);
  });

  it("is cut to its end when it is longer than is sent", async () => {
    const { copied } = handlersFor(
      () => [],
      () => `${"x".repeat(LONGEST_LOG)}\nlast line\n`,
    );
    expect(await copied()).toBe("last line\n");
  });
});
