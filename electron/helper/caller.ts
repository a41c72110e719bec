/** For whom the helper acts. */
export interface Caller {
  readonly uid: number;
  readonly mode: "child" | "once" | "socket";
}

const UID = /^(?:0|[1-9]\d{0,9})$/;
/** The last one means "no user" to the kernel. */
const LARGEST_UID = 0xffff_fffe;
/** `N-PID-UID`, since systemd 258 `N-COOKIE-PID-UID` or `N-COOKIE-PID_PIDFDID-UID` (helper-security §2.2). */
const INSTANCE = /^(?:\d+-)+\d+(?:_\d+)?-(\d+)$/;

/** A user id in plain decimal digits; null for any other text. */
export function readUid(text: string): number | null {
  const uid = UID.test(text) ? Number(text) : Number.NaN;
  return uid <= LARGEST_UID ? uid : null;
}

/**
 * The user behind sudo or pkexec, by the variable that the one or the other sets, else `own`. Null when a variable is
 * there but is no user id: then nobody knows for whom this is. Both set the variable themselves, so whoever can forge
 * it is root already.
 */
export function callingUser(environment: NodeJS.ProcessEnv, own: number): number | null {
  const text = environment["PKEXEC_UID"] ?? environment["SUDO_UID"];
  return text === undefined ? own : readUid(text);
}

/**
 * The user at the other end of a socket that systemd accepted, by the name of the instance, in which it puts what the
 * kernel says of the peer. Null for any other form, `unknown` among them: the form is not promised, so it fails closed.
 */
export function peerOf(instance: string): number | null {
  return readUid(INSTANCE.exec(instance)?.[1] ?? "");
}
