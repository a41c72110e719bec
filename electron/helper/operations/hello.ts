import { PROTOCOL_VERSION } from "../../../shared/contract/helper-protocol.ts";
import type { HelloAnswer } from "../../../shared/contract/helper-protocol.ts";
import type { Session } from "../session.ts";

/** Who answers, so that the client can tell whether both judge alike. */
export async function hello({ host, caller, ruleset, version }: Session): Promise<HelloAnswer> {
  return {
    helper: version,
    protocol: [PROTOCOL_VERSION, PROTOCOL_VERSION],
    ruleset,
    os: host.os,
    boot: host.boot,
    mode: caller.mode,
    uid: caller.uid,
  };
}
