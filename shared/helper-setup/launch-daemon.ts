import { NODE_FLAGS } from "./node-flags.ts";
import { DARWIN_PLACES, HELPER_ID } from "./places.ts";
import { dictionary, integer, NO, propertyList, string, strings } from "./property-list.ts";

/** Stands for the user id in the template. No digits, so that a template which nobody filled in is no property list. */
export const USER_PLACEHOLDER = "@UID@";

const APP_ID = "app.holdfast.Holdfast";
const LARGEST_UID = 0xffff_fffe;
/** Written in decimal: property lists have no octal numbers (helper-security §1.1). */
const MODE = { socket: 0o600, umask: 0o077 } as const;

/**
 * The property list by which launchd listens for this user and starts the helper once for each connection. Throws
 * RangeError when it is no user's id: a socket of root's would answer nobody else (R1, R14 of helper-security).
 */
export function launchDaemon(uid: number): string {
  if (!Number.isInteger(uid) || uid < 1 || uid > LARGEST_UID) throw new RangeError(`${uid} is no user's id`);
  return launchDaemonOf(String(uid));
}

/** The same with `USER_PLACEHOLDER` wherever the user's id belongs, for the package's script to fill in. */
export function launchDaemonTemplate(): string {
  return launchDaemonOf(USER_PLACEHOLDER);
}

// No KeepAlive and no RunAtLoad: nothing runs while nobody is connected (helper-security D1). No ThrottleInterval: launchd
// starts one process for each connection without a pause (§1.1). No UserName: a daemon of the system's runs as root.
function launchDaemonOf(user: string): string {
  const words = ["--socket", "--door=all", `--allow-uid=${user}`];
  const limits = dictionary({
    // As many as on Linux (§2.4); what leaks descriptors ends.
    NumberOfFiles: integer(64),
    // Memory of root's on disk is nobody's business.
    Core: integer(0),
  });
  return propertyList(
    dictionary({
      Label: string(HELPER_ID),
      // Constants of root's own folder, nothing below /Applications (§1.6, R17, R19).
      ProgramArguments: strings([DARWIN_PLACES.node, ...NODE_FLAGS, DARWIN_PLACES.bundle, ...words]),
      // One process per connection with the socket as its input and output. Instances is Apple's own and in no manual:
      // eight at once as on Linux (§5.4), but nothing rests on it (§1.1).
      inetdCompatibility: dictionary({ Wait: NO, Instances: integer(8) }),
      Sockets: dictionary({
        Listener: dictionary({
          SockPathName: string(DARWIN_PLACES.socket),
          // The kernel's permission on the socket names the peer (§1.8); all three, else the folder's group gets in (§1.1).
          SockPathOwner: integer(user),
          SockPathGroup: integer(0),
          SockPathMode: integer(MODE.socket),
        }),
      }),
      // Else what the helper logs would go to the client, between its answers (§1.1).
      StandardErrorPath: string(DARWIN_PLACES.errors),
      // Also before the helper's first line sets it (R9).
      Umask: integer(MODE.umask),
      // launchd.plist(5): without a type the system throttles processor and disk. Keeping a session alive counts in tenths
      // of a second, and Adaptive is only for jobs that are asked by XPC.
      ProcessType: string("Interactive"),
      SoftResourceLimits: limits,
      HardResourceLimits: limits,
      // Else System Settings shows the holder of the certificate as the one who runs in the background (§1.4).
      AssociatedBundleIdentifiers: strings([APP_ID]),
    }),
  );
}
