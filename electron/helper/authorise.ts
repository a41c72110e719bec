import { callingUser, peerOf } from "./caller.ts";
import type { Caller } from "./caller.ts";
import type { Invocation } from "./command-line.ts";

/** What the kernel says of this process, and what it was given. */
export interface Start {
  readonly platform: NodeJS.Platform;
  readonly effectiveUid: number;
  readonly uid: number;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Who may be answered, null for nobody. Decided before a byte of the client's is read (R25), by user ids of the kernel
 * alone (R14): nothing that a client says takes part.
 */
export function authorise(invocation: Invocation, start: Start): Caller | null {
  const { mode } = invocation;
  const uid = mode === "socket" ? connectedUser(invocation, start) : startingUser(start);
  return uid === null ? null : { uid, mode };
}

// Only root gets here by these two ways, and only for a user that can be named.
function startingUser({ effectiveUid, uid, environment }: Start): number | null {
  return effectiveUid === 0 ? callingUser(environment, uid) : null;
}

// The socket's owner and mode keep everybody else out already. Linux names the peer besides; launchd does not, there the
// kernel's check of the socket is the one that counts (helper-security §1.8).
function connectedUser({ allowed, peer }: Invocation & { mode: "socket" }, { platform }: Start): number | null {
  const user = peer === null && platform === "darwin" ? allowed : peerOf(peer ?? "");
  return user === allowed ? allowed : null;
}
