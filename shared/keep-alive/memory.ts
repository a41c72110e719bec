import type { WaitReason } from "../contract/keep-alive.ts";
import type { FindingId } from "../health/finding.ts";
import type { KeepableClient } from "./kept-clients.ts";

/** The way or the connection of a client is broken, and is to be put right; not before `notBefore`. */
export interface Disturbed {
  readonly name: "disturbed";
  readonly since: number;
  readonly notBefore: number;
  /** What was waited for at the last look. */
  readonly waiting: WaitReason | null;
}

/** A client was asked to reconnect, or does so by itself, and a new connection is waited for. */
export interface Reconnecting {
  readonly name: "reconnecting";
  readonly since: number;
  readonly askedAt: number;
  readonly byItself: boolean;
  /** Packets that had come out of the tunnel by then; null where that cannot be read. */
  readonly received: number | null;
  /** Since when a new connection stands; null while none does. */
  readonly standingSince: number | null;
}

/** Where one kept client stands: `steady` has its connection as far as is known; `given-up` was tried for in vain. */
export type Phase =
  | { readonly name: "steady" }
  | Disturbed
  | Reconnecting
  | { readonly name: "given-up"; readonly since: number };

/** What is remembered of one kept client. All times are milliseconds of one clock that never goes back. */
export interface ClientMemory<Where extends Phase = Phase> {
  readonly client: KeepableClient;
  readonly phase: Where;
  /** The connection that stood when all was well: another one is a new one. Null when it was never seen. */
  readonly connection: string | null;
  /** Its pin was moved, or a request was in vain: it has to be asked whatever its old connection looks like. */
  readonly owesRequest: boolean;
  /** When it was tried to put things right in the present situation. */
  readonly tries: readonly number[];
  /** The network that the tries were made in, null for none. */
  readonly situation: string | null;
  /** What was reported as wrong; null when all is well. */
  readonly reported: FindingId | null;
}

/** What is remembered of all kept clients, by process id. */
export type Memory = ReadonlyMap<number, ClientMemory>;

export const NOTHING_KEPT: Memory = new Map();

/** A client that is seen for the first time. */
export function firstSeen(client: KeepableClient): ClientMemory {
  const phase = { name: "steady" } as const;
  return { client, phase, connection: null, owesRequest: false, tries: [], situation: null, reported: null };
}

/** The same client in another phase. */
export function inPhase<Where extends Phase>(memory: ClientMemory, phase: Where): ClientMemory<Where> {
  return { ...memory, phase };
}

/** The same client with all in order again. */
export function settled(memory: ClientMemory, connection: string | null): ClientMemory {
  return { ...memory, connection, phase: { name: "steady" }, owesRequest: false, reported: null };
}
