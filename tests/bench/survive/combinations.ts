import type { ScriptName } from "../../lab/vpn/script.ts";
import { CHANGES, type ChangeName } from "./changes.ts";

/** A script of the client and a change of network. */
export interface Combination {
  readonly script: ScriptName;
  readonly change: ChangeName;
}

const SCRIPTS = ["vpnc-script", "without-attempt-reconnect"] as const satisfies readonly ScriptName[];

/** All that are measured. */
export const COMBINATIONS: readonly Combination[] = SCRIPTS.flatMap((script) =>
  (Object.keys(CHANGES) as ChangeName[]).map((change) => ({ script, change })),
);
