import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROGRAMS } from "../room/programs.ts";

/** Which script openconnect calls: Debian's vpnc-script, or one that ignores attempt-reconnect as vpn-slice does. */
export type ScriptName = "vpnc-script" | "without-attempt-reconnect";

// Behaves like vpn-slice where it matters: nobody renews the gateway pin when the network changes.
const WITHOUT_ATTEMPT_RECONNECT = `#!/bin/sh
case "$reason" in
attempt-reconnect | reconnect) exit 0 ;;
esac
exec ${PROGRAMS.vpncScript}
`;

/** The absolute path of a script for openconnect's --script; one that Debian does not have is written into `folder`. */
export async function scriptFor(name: ScriptName, folder: string): Promise<string> {
  if (name === "vpnc-script") return PROGRAMS.vpncScript;
  const path = join(folder, name);
  await writeFile(path, WITHOUT_ATTEMPT_RECONNECT, { mode: 0o755 });
  return path;
}
