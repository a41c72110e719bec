import type { OutputParser } from "./contribution.ts";
import { readIpCommand } from "./ip-command.ts";

/**
 * Outputs that belong to a capture of Linux but add nothing to a snapshot: other shapes of what is read (`ip -br addr`),
 * a trace (`ip monitor`), answers to one question (`ip route get`), and `nmcli`, whose states do not say more than links
 * and routes do (macos-facts §12).
 */
export const linuxKnownOutputs: OutputParser = {
  os: "linux",
  understands(source) {
    if (source.kind !== "command") return false;
    if (source.program === "nmcli" || source.program === "resolvectl") return true;
    return readIpCommand(source) !== null;
  },
  parse: () => ({}),
};
