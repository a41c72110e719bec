import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";

/** What a quick look sees: the ways of packets and the VPN clients, and nothing else of the machine. */
export interface QuickLook {
  /** Tables, interfaces, neighbours and rules in full; of the processes the VPN clients, their parents and all their children. */
  readonly snapshot: Snapshot;
  readonly received: Received;
}

/** Packets that came out of each interface so far; an interface that is not named cannot be read. */
export type Received = ReadonlyMap<string, number>;

/** What the system reports: a change of links, addresses, routes and rules, or only of what the kernel knows of neighbours. */
export type ChangeKind = "routing" | "neighbour";

/**
 * Looks at the machine again and again, within a few milliseconds: for keep-alive, where each of them is silence in the
 * tunnel. What it sees is judged by the same rules as everything else.
 */
export interface QuickObserver {
  look(): Promise<QuickLook>;
  /** The same with the sockets of the last look: to read them takes as long as all the rest. */
  glance(): Promise<QuickLook>;
  /** The counters alone, which takes no time. */
  received(): Received;
  /** The last look with its processes as they are now: for the moment before a signal is sent. */
  lookAtProcesses(): Promise<Snapshot>;
  /** Calls back whenever the system reports a change, at once and for each one. Gives back what ends it. */
  listen(onChange: (kind: ChangeKind) => void): () => void;
  /** The output of a reading command (an argument vector) that is at hand without starting a program; else null. */
  answer(command: readonly string[]): Promise<string | null>;
  /** Makes the kernel ask who has this on-link address, so that its neighbour entry tells. Nothing where that cannot be asked for. */
  askForNeighbour(address: string, interfaceName: string): Promise<void>;
  /** Ends all that it started. */
  end(): void;
}
