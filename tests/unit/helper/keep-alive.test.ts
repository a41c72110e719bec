import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../electron/helper/audit.ts";
import { readJournalText } from "../../../electron/helper/journal/journal-line.ts";
import { keepAlive } from "../../../electron/helper/keep-alive/keep-alive.ts";
import { Refusal } from "../../../electron/helper/refusal.ts";
import type { ChangeKind, QuickObserver } from "../../../electron/observe/quick/quick-observer.ts";
import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import { observed } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { linuxRoute } from "../../support/example-route.ts";
import { physical } from "../../support/helper/after-switch.ts";
import { ask, refusalOf, sessionOn } from "../../support/helper/ask.ts";
import { createMachine } from "../../support/helper/machine.ts";
import type { Machine } from "../../support/helper/machine.ts";
import { quickObserverOf } from "../../support/helper/quick-observer.ts";
import { intoTun } from "../../support/machine-rows.ts";
import { KERNEL_RULES, running, tunnel } from "../../support/machine.ts";
import { until } from "../../support/until.ts";

const SERVER = "203.0.113.9";
const CONNECTED = { gateway: "link", protocol: "kernel", scope: "link", host: false } as const;
const OLD_NETWORK = linuxRoute({ destination: "198.51.100.0/28", ...CONNECTED });
const NEW_NETWORK = linuxRoute({ destination: "172.20.10.0/28", ...CONNECTED });
const defaultVia = (gateway: string) => linuxRoute({ destination: "0.0.0.0/0", gateway, host: false });
const card = (address: string) =>
  observed([
    physical("wlan0", { addresses: [{ family: "inet", address, prefixLength: 28, peer: null }] }),
    tunnel("tun0", ["10.99.0.2/32"]),
  ]);
const connectionFrom = (localAddress: string): Partial<Snapshot> => ({
  sockets: observed([
    {
      pid: 4711,
      transport: "tcp",
      localAddress,
      localPort: 40_000,
      remoteAddress: SERVER,
      remotePort: 443,
      state: "established",
    },
  ]),
});

/** A laptop at home with an openconnect, and what takes it to the hotspot. */
function laptop(): { machine: Machine; goesAway(): void } {
  const rows = [OLD_NETWORK, defaultVia("198.51.100.1"), linuxRoute(), intoTun("203.0.113.0/24")];
  const machine = createMachine("linux", rows, {
    interfaces: card("198.51.100.2"),
    rules: observed([...KERNEL_RULES]),
    processes: observed([running(`openconnect ${SERVER}`, { children: [] })]),
    tunnelOwners: observed([{ interface: "tun0", pid: 4711 }]),
    ...connectionFrom("198.51.100.2"),
  });
  return {
    machine,
    goesAway() {
      machine.rows.splice(0, 2, NEW_NETWORK, defaultVia("172.20.10.1"));
      machine.seen = { ...machine.seen, interfaces: card("172.20.10.2") };
    },
  };
}

/** A helper that keeps the machine's VPN alive; `tell` is what the kernel reports. */
function keeping(machine: Machine, changes: Partial<ReturnType<Machine["host"]>> = {}) {
  const host = machine.host();
  let tell: (kind: ChangeKind) => void = () => undefined;
  let looks = 0;
  const quickObserver = (): QuickObserver => ({
    ...quickObserverOf(async () => {
      looks += 1;
      return host.observe();
    }),
    listen(onChange) {
      tell = onChange;
      return () => (tell = () => undefined);
    },
  });
  const reports: KeepAliveReport[] = [];
  const end = new AbortController();
  const audited: AuditEntry[] = [];
  const audit = (entry: AuditEntry) => void audited.push(entry);
  const session = { ...sessionOn({ ...host, quickObserver, ...changes }), audit };
  const ended = keepAlive(session, (report) => reports.push(report), end.signal);
  return {
    reports,
    audited,
    looks: () => looks,
    tell: (kind: ChangeKind) => tell(kind),
    sees: (kind: string) => until(kind, () => reports.some((report) => report.kind === kind)),
    async end() {
      end.abort();
      await ended;
    },
  };
}

/** Lets whatever waits for nothing but its turn have it. */
async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

describe("a helper that keeps a VPN alive", () => {
  it("moves the pin, asks the client, and forgets what was half sent, in a transaction that undo does not offer", async () => {
    const { machine, goesAway } = laptop();
    const helper = keeping(machine);
    await helper.sees("watching");
    goesAway();
    helper.tell("routing");
    await helper.sees("acted");
    await helper.end();
    expect(machine.changes).toEqual([
      `/usr/sbin/ip -4 route change ${SERVER}/32 via 172.20.10.1 dev wlan0 table main proto boot`,
      "SIGUSR2 4711",
      `/usr/bin/ss -K -t state fin-wait-1 dst ${SERVER} and not src 172.20.10.2 and not src 10.99.0.2`,
    ]);
    const [transaction] = (await ask(machine.host(), "journal", { limit: 1 })).transactions;
    expect(transaction).toMatchObject({ by: "keep-alive", state: "committed" });
    expect(await ask(machine.host(), "status", {})).toMatchObject({ undoable: null, remaining: { minute: 6 } });
  });

  it("does nothing, and looks no more than it is told to, while all is well", async () => {
    const { machine } = laptop();
    const helper = keeping(machine);
    await helper.sees("watching");
    const before = helper.looks();
    helper.tell("routing");
    await until("it has looked", () => helper.looks() > before);
    await someTurns();
    const looked = helper.looks();
    helper.tell("neighbour");
    await someTurns();
    expect(helper.looks()).toBe(looked);
    helper.tell("routing");
    await until("it has looked again", () => helper.looks() > looked);
    await helper.end();
    expect(machine.changes).toEqual([]);
    expect(machine.journal.size).toBe(0);
  });

  it("settles what a killed helper left before anything happens", async () => {
    const { machine, goesAway } = laptop();
    const killed = keeping(machine);
    await killed.sees("watching");
    goesAway();
    killed.tell("routing");
    await killed.sees("acted");
    await killed.end();
    const [name, text] = [...machine.journal].at(0) ?? ["", ""];
    const [last] = readJournalText(text).slice(-1);
    expect(last).toMatchObject({ record: "commit" });
    machine.journal.set(name, text.slice(0, text.trimEnd().lastIndexOf("\n") + 1));
    machine.seen = { ...machine.seen, ...connectionFrom("172.20.10.2") };
    const next = keeping(machine);
    await next.sees("watching");
    await next.end();
    expect(readJournalText(machine.journal.get(name) ?? "").at(-1)).toEqual({ record: "recovered", done: [0] });
  });

  it("notes at its start that a tool is missing, and watches all the same", async () => {
    const { machine } = laptop();
    const run = () => Promise.reject(new Refusal("tool_missing"));
    const helper = keeping(machine, { run });
    await helper.sees("watching");
    await helper.end();
    expect(helper.audited).toEqual([{ op: "keep-alive", uid: 1000, result: "tool_missing" }]);
  });

  it("lets go of the machine's lock when a look fails, and goes on", async () => {
    const { machine, goesAway } = laptop();
    let held = 0;
    let isBlind = false;
    const host = machine.host();
    const helper = keeping(machine, {
      lock: async () => {
        held += 1;
        return () => void (held -= 1);
      },
      quickObserver: () => ({
        ...quickObserverOf(async () => {
          if (isBlind) throw new Refusal("tool_failed");
          return host.observe();
        }),
        listen: (onChange) => {
          tell = onChange;
          return () => undefined;
        },
      }),
    });
    let tell: (kind: ChangeKind) => void = () => undefined;
    await helper.sees("watching");
    isBlind = true;
    tell("routing");
    await until("the lock is free", () => held === 0);
    isBlind = false;
    goesAway();
    tell("routing");
    await helper.sees("acted");
    await helper.end();
    expect(held).toBe(0);
  });

  it("refuses when another helper does it already", async () => {
    const { machine } = laptop();
    const lockKeepAlive = () => Promise.reject(new Refusal("busy"));
    expect(await refusalOf(keeping(machine, { lockKeepAlive }).end())).toBe("busy");
  });
});
