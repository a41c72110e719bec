/** For whom the helper acts. */
export interface Caller {
  readonly uid: number;
  readonly mode: "child" | "once" | "socket";
}

const UID = /^(?:0|[1-9]\d{0,9})$/;

/**
 * The user behind sudo or pkexec, by the variable that the one or the other sets, else `own`. Null when a variable is
 * there but is no user id: then nobody knows for whom this is. Both set the variable themselves, so whoever can forge
 * it is root already.
 */
export function callingUser(environment: NodeJS.ProcessEnv, own: number): number | null {
  const text = environment["PKEXEC_UID"] ?? environment["SUDO_UID"];
  if (text === undefined) return own;
  const uid = UID.test(text) ? Number(text) : Number.NaN;
  return uid <= 0xffff_fffe ? uid : null;
}
