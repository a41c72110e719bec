import { PassThrough } from "node:stream";
import { randomBytes } from "node:crypto";
import { greet } from "../../../../electron/helper-client/connect-helper.ts";
import type { HelperConnection } from "../../../../electron/helper-client/helper-connection.ts";
import { HelperFailure } from "../../../../electron/helper-client/helper-failure.ts";
import type { HelperLines } from "../../../../electron/helper-client/helper-lines.ts";
import { splitLines } from "../../../../electron/helper/line-splitter.ts";
import type { Host, JournalFolder, Ledger } from "../../../../electron/helper/host.ts";
import { serve } from "../../../../electron/helper/serve.ts";
import { standardConnection } from "../../../../electron/helper/standard-connection.ts";
import { runTool } from "../../../../electron/helper/system/run-tool.ts";
import { snapshotOf } from "../../../../shared/capture/snapshot-of.ts";
import { ledgerInMemory } from "../../../support/helper/ledger.ts";
import type { Mac } from "../mac.ts";
import { connectedInterfaces } from "./observe.ts";
import { plainFiles } from "./plain-files.ts";
import { surroundingsOf } from "./surroundings.ts";

/** What the helpers of a Mac keep for each other, while they run in this process. */
const journals = new WeakMap<Mac, Map<string, string>>();
const ledgers = new WeakMap<Mac, Ledger>();

/**
 * The real helper behind the real codec, but in this process and with its journal in memory: for whoever is not root and
 * so cannot have a folder that is root's alone.
 */
export function helperInProcess(mac: Mac): Promise<HelperConnection> {
  const host = hostOf(mac);
  const session = {
    host,
    caller: { uid: 0, mode: "child" } as const,
    door: "all" as const,
    ruleset: __RULESET__,
    version: __VERSION__,
    audit: () => undefined,
  };
  const input = new PassThrough();
  const output = new PassThrough();
  const served = serve(session, standardConnection(input, output, new AbortController().signal)).finally(() =>
    output.end(),
  );
  const lines = splitLines(output[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
  const helper: HelperLines = {
    send: (line) => void input.write(`${line}\n`),
    async next() {
      const incoming = await lines.next();
      return incoming.kind === "line" ? incoming.text : { status: 0, errors: "" };
    },
    async close() {
      input.end();
      await served;
    },
  };
  return greet(helper, ({ status }) => new HelperFailure("helper-ended", { status: status ?? -1 }), 10_000);
}

function hostOf(mac: Mac): Host {
  const { os, observer, quickObserver, findTool, nudge } = surroundingsOf(
    mac.root,
    () => connectedInterfaces(mac),
    (pid) => void mac.run(["kill", "-USR2", String(pid)]),
  );
  return {
    os,
    boot: mac.boot.toLowerCase(),
    now: () => Date.now(),
    newTransactionId: () => randomBytes(16).toString("hex"),
    observe: async () => snapshotOf(await observer.capture()).snapshot,
    run: (command) => runTool(command, null, findTool),
    // `ip` is a program of Linux alone.
    runTogether: () => Promise.reject(new Error("macOS runs no commands together")),
    nudge,
    lock: async () => () => undefined,
    lockKeepAlive: async () => () => undefined,
    letOthersGo: async () => undefined,
    hurry: () => undefined,
    quickObserver,
    files: plainFiles(mac.root),
    journal: journalOf(mac),
    ledger: ledgerOf(mac),
  };
}

function ledgerOf(mac: Mac): Ledger {
  const ledger = ledgers.get(mac) ?? ledgerInMemory();
  ledgers.set(mac, ledger);
  return ledger;
}

function journalOf(mac: Mac): JournalFolder {
  const kept = journals.get(mac) ?? new Map<string, string>();
  journals.set(mac, kept);
  const append = (name: string, line: string) => void kept.set(name, (kept.get(name) ?? "") + line);
  return {
    names: () => [...kept.keys()],
    read: (name) => kept.get(name) ?? "",
    create: append,
    append,
    appendDurably: append,
    remove: (name) => void kept.delete(name),
  };
}
