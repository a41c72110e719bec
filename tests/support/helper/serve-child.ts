import type { Host } from "../../../electron/helper/host.ts";
import { serve } from "../../../electron/helper/serve.ts";
import { standardConnection } from "../../../electron/helper/standard-connection.ts";

/** Serves whoever has started this process, as the helper does as a child of root, with this host in the place of its own. */
export async function serveChild(host: Host): Promise<void> {
  const session = {
    host,
    caller: { uid: 0, mode: "child" },
    door: "all",
    ruleset: __RULESET__,
    version: __VERSION__,
    audit: () => undefined,
  } as const;
  await serve(session, standardConnection(process.stdin, process.stdout, new AbortController().signal));
  process.stdin.destroy();
}
