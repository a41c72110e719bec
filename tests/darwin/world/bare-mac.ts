import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { createConfigd } from "./configd.ts";
import { createDynamicStore } from "./dynamic-store.ts";
import { STUDENTS_MAC, USB_ETHERNET } from "./hardware.ts";
import type { Hardware } from "./hardware.ts";
import { createKernel } from "./kernel/kernel.ts";
import type { Network } from "./network.ts";
import { SERVICES } from "./network-service.ts";
import { CONFIGD_PID, createProcesses } from "./processes.ts";
import { runProgram } from "./programs/run-program.ts";
import { serviceResolvers } from "./programs/scutil-dns.ts";
import type { Answer, MacState } from "./state.ts";
import { createWorldClock } from "./world-clock.ts";
import type { WorldClock } from "./world-clock.ts";

/** A Mac that one can carry around, without programs that others could start. */
export interface BareMac extends MacState {
  readonly clock: WorldClock;
  readonly hardware: Hardware;
  /** The folder in which `/sbin/route`, `/etc/resolv.conf` and the other files of this Mac are. */
  readonly root: string;
  /** The Wi-Fi (or another device) gets a lease of this network; from one network to another in one go, the interface stays up. */
  joins(network: Network, device?: string): void;
  /** The network is out of reach: no carrier, no address; what others added stays (macos-facts §1, capture 01). */
  leaves(device?: string): void;
  /** Wi-Fi is switched off: the interface goes down and takes every row of its present addresses along (openconnect-facts §0, state A). */
  turnsWifiOff(): void;
  turnsWifiOn(): void;
  /** The network hands out another address. */
  renewsLease(changes: Partial<Network>, device?: string): void;
  plugsIn(network: Network): void;
  /** The cable is pulled out of the adapter, which stays. */
  unplugs(): void;
  /** The adapter is pulled out: its interface is gone, with all its rows. */
  removesAdapter(): void;
  /** The lid is closed for so long; nothing happens meanwhile, and no process notices. */
  sleeps(milliseconds: number): void;
  /** A process ends, in whatever way: its tunnels go with it. */
  endProcess(pid: number): void;
  /** Runs a program of this Mac as root for a process, e.g. `run(["route", "add", …], pid)`. */
  run(command: readonly string[], pid?: number, input?: string): Answer;
  /** Takes its folder away. */
  remove(): void;
}

export interface MacOptions {
  readonly hardware?: Hardware;
}

const BOOT = "7C3A0D3E-52C1-4B6B-9C1E-0B7A2B9E4F11";

/** A Mac that has just started, with no network and without programs. */
export function createBareMac({ hardware = STUDENTS_MAC }: MacOptions = {}): BareMac {
  const clock = createWorldClock();
  const kernel = createKernel();
  const configd = createConfigd(kernel, SERVICES, CONFIGD_PID);
  const processes = createProcesses(clock.now);
  const manualResolvers = new Map<string, readonly string[]>();
  const state: MacState = {
    kernel,
    configd,
    processes,
    store: createDynamicStore(),
    manualResolvers,
    version: "15.1",
    boot: BOOT,
    now: clock.now,
  };
  for (const link of hardware.links) kernel.attach(link);
  for (const [pid, tunnels] of Object.entries(hardware.tunnels)) processes.change(Number(pid), { tunnels });
  configd.settle();

  // The helper trusts files and journals only below folders that are root's alone, which the one for passing files is not.
  const above = process.geteuid?.() === 0 ? userInfo().homedir : tmpdir();
  const root = mkdtempSync(join(above, "hf-mac-"));
  mkdirSync(join(root, "etc"));
  mkdirSync(join(root, "var/run/vpnc"), { recursive: true });
  // configd writes the file anew whenever the system's name servers change, whoever wrote into it meanwhile. Here it is a
  // plain file; on a real Mac it is a link into /var/run, of which the facts say nothing.
  const writeResolverFile = () => {
    const primary = configd.primary();
    const servers = primary === null ? [] : serviceResolvers(state, primary);
    writeFileSync(join(root, "etc/resolv.conf"), servers.map((server) => `nameserver ${server}\n`).join(""));
  };
  writeResolverFile();

  const connect = (device: string, network: Network) => {
    kernel.setStatus(device, "active");
    configd.bind(device, network);
    writeResolverFile();
  };
  const disconnect = (device: string) => {
    kernel.setStatus(device, "inactive");
    configd.release(device);
    writeResolverFile();
  };
  return {
    ...state,
    clock,
    hardware,
    root,
    joins: (network, device = "en0") => connect(device, network),
    leaves: (device = "en0") => disconnect(device),
    turnsWifiOff() {
      kernel.setUp("en0", false);
      disconnect("en0");
    },
    turnsWifiOn: () => kernel.setUp("en0", true),
    renewsLease(changes, device = "en0") {
      const service = configd.services.find((entry) => entry.device === device);
      const lease = service === undefined ? null : configd.lease(service);
      if (lease === null) throw new Error(`${device} has no lease`);
      connect(device, { ...lease, ...changes });
    },
    plugsIn(network) {
      if (kernel.link("en7") === null) kernel.attach(USB_ETHERNET);
      connect("en7", network);
    },
    unplugs: () => disconnect("en7"),
    removesAdapter() {
      kernel.setStatus("en7", "inactive");
      kernel.detach("en7");
      configd.release("en7");
      writeResolverFile();
    },
    sleeps: (milliseconds) => clock.jump(milliseconds),
    endProcess(pid) {
      for (const name of processes.end(pid)) kernel.detach(name);
      configd.settle();
    },
    run: ([program = "", ...words], pid = 50_000, input = "") =>
      runProgram({ program, words, input }, state, { pid, isRoot: true }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
