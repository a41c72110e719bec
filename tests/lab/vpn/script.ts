import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROGRAMS } from "../room/programs.ts";

/**
 * Which script openconnect calls: Debian's vpnc-script, or one that behaves like vpn-slice in one respect. vpn-slice ignores
 * attempt-reconnect, so that nobody renews the gateway pin when the network changes; and it leaves the resolver alone.
 */
export type ScriptName = "vpnc-script" | "without-attempt-reconnect" | "without-resolver" | "noting-vpnc-script";

/** "noting-vpnc-script" writes into a file beside it, whose name ends so: seconds since 1970, begin or end, reason. */
export const NOTES = ".notes";

const OWN_SCRIPTS: Record<Exclude<ScriptName, "vpnc-script">, string> = {
  "without-attempt-reconnect": `#!/bin/sh
case "$reason" in
attempt-reconnect | reconnect) exit 0 ;;
esac
exec ${PROGRAMS.vpncScript}
`,
  "without-resolver": `#!/bin/sh
unset INTERNAL_IP4_DNS INTERNAL_IP6_DNS
exec ${PROGRAMS.vpncScript}
`,
  // Notes when it runs, so that what changes meanwhile can be told from what others change.
  "noting-vpnc-script": `#!/bin/sh
note() { echo "$(/usr/bin/date +%s.%N) $1 $reason" >> "$0${NOTES}"; }
note begin
${PROGRAMS.vpncScript}
status=$?
note end
exit $status
`,
};

/** The absolute path of a script for openconnect's --script; one that Debian does not have is written into `folder`. */
export async function scriptFor(name: ScriptName, folder: string): Promise<string> {
  if (name === "vpnc-script") return PROGRAMS.vpncScript;
  const path = join(folder, name);
  await writeFile(path, OWN_SCRIPTS[name], { mode: 0o755 });
  return path;
}
