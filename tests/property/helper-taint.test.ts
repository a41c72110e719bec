import { describe, expect, it } from "vitest";
import type { Host } from "../../electron/helper/host.ts";
import { dispatch } from "../../electron/helper/dispatch.ts";
import { Refusal } from "../../electron/helper/refusal.ts";
import { readRequest } from "../../shared/contract/helper-wire.ts";
import { afterRoaming } from "../support/helper/after-roaming.ts";
import { darwinAfterSwitch, linuxAfterSwitch } from "../support/helper/after-switch.ts";
import { ask, sessionOn } from "../support/helper/ask.ts";
import type { Machine } from "../support/helper/machine.ts";
import { anyLine } from "../support/helper/odd-lines.ts";
import type { Told } from "../support/helper/odd-lines.ts";
import { numbersFrom } from "../support/numbers-from.ts";

const REQUESTS = process.env["HOLDFAST_LONG"] === "1" ? 1_000_000 : 60_000;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? 20_260_101);
/** After so many requests the next machine, so that there is always something to apply and to undo. */
const REQUESTS_PER_MACHINE = 40;
/** From this length on a text of the client's counts as its own. */
const TAINT = 4;
const HOUR = 60 * 60 * 1000;

/** All that ever goes out: to tools of this list, as a signal, or as the path of a file. */
const OURS = ["/usr/sbin/ip", "/sbin/route", "/usr/sbin/netstat", "/sbin/ifconfig", "SIGUSR2", "file"];
/** Words of the commands themselves, and the metric that IPv6 rows get. */
const WORDS = ["route", "table", "proto", "change", "delete", "exact", "show", "host", "inet6", "onlink", "1024"];

const makers: readonly (() => Promise<Machine>)[] = [
  async () => linuxAfterSwitch(),
  async () => darwinAfterSwitch(),
  () => afterRoaming("linux"),
  () => afterRoaming("darwin"),
];

/** The host with everything that goes out of the helper written down: arguments of tools, signals, names of files. */
function recorded(host: Host, out: string[][]): Host {
  return {
    ...host,
    run: (command) => (out.push([...command]), host.run(command)),
    runTogether: (commands) => (out.push(...commands.map((words) => [...words])), host.runTogether(commands)),
    nudge: (pid) => (out.push(["SIGUSR2", String(pid)]), host.nudge(pid)),
    files: {
      read: (path) => (out.push(["file", path]), host.files.read(path)),
      write: (path, image) => (out.push(["file", path]), host.files.write(path, image)),
      create: (path, image) => (out.push(["file", path]), host.files.create(path, image)),
      remove: (path) => (out.push(["file", path]), host.files.remove(path)),
    },
  };
}

/** What the machine itself has said, as one text: whatever of it comes back is the kernel's. */
async function kernelText(machine: Machine): Promise<string> {
  const seen = await machine.host().observe();
  return JSON.stringify([seen, machine.ledger, WORDS, OURS]);
}

/** The parts of the client's line that a command contains and the machine never said. */
function taintIn(words: readonly string[], line: string, known: string): string[] {
  return words.flatMap((word) => {
    const parts = Array.from({ length: Math.max(0, word.length - TAINT + 1) }, (_, at) => word.slice(at, at + TAINT));
    return parts.filter((part) => line.includes(part) && !known.includes(part));
  });
}

async function tellOf(machine: Machine): Promise<Told> {
  const { digest, entries } = await ask(machine.host(), "plan", {});
  const { transactions } = await ask(machine.host(), "journal", { limit: 10 });
  return { digest, steps: entries.map(({ id }) => id), txns: transactions.map(({ txn }) => txn) };
}

/** Does what the line asks for, if it asks for anything; which verb it was, null when it was refused unread. */
async function obey(line: string, host: Host): Promise<string | null> {
  const read = readRequest(line);
  if (!read.ok || read.request.op === "keep-alive") return null;
  try {
    await dispatch(read.request, sessionOn(host));
    return read.request.op;
  } catch (error) {
    if (error instanceof Refusal) return `${read.request.op}: ${error.code}`;
    throw error;
  }
}

describe("T-P1 what a client writes", () => {
  it("never gets into an argument of a tool, a signal or a file name", async () => {
    const next = numbersFrom(SEED);
    const outcomes = new Map<string, number>();
    let commands = 0;
    let changes = 0;
    for (let done = 0; done < REQUESTS; done += REQUESTS_PER_MACHINE) {
      const make = makers[(done / REQUESTS_PER_MACHINE) % makers.length] ?? makers[0];
      const machine = (await make?.()) ?? linuxAfterSwitch();
      const known = await kernelText(machine);
      let told = await tellOf(machine);
      for (let turn = 0; turn < REQUESTS_PER_MACHINE; turn++) {
        const out: string[][] = [];
        const line = anyLine(next, told);
        const outcome = await obey(line, recorded(machine.host(), out));
        for (const words of out) {
          expect(OURS).toContain(words[0]);
          expect(taintIn(words, line, known), `${line} became ${words.join(" ")}`).toEqual([]);
        }
        commands += out.length;
        if (outcome === null) continue;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (outcome === "apply" || outcome === "undo") told = await tellOf(machine);
        // Else the rate limit would end it all after six changes.
        machine.now += HOUR;
      }
      changes += machine.changes.length;
    }
    const applied = outcomes.get("apply") ?? 0;
    const undone = outcomes.get("undo") ?? 0;
    console.log(`T-P1: ${REQUESTS} requests, ${applied} applied, ${undone} undone, ${commands} commands, seed ${SEED}`);
    expect(Math.min(applied, undone)).toBeGreaterThan(REQUESTS / 1_000);
    expect(changes).toBeGreaterThan(REQUESTS / 100);
  });
});
