import { describe, expect } from "vitest";
import { clientLogHandlers } from "../../electron/main/client-logs/client-log-handlers.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { loggingClients } from "../../shared/clients/logging-clients.ts";
import { recogniseClients } from "../../shared/clients/recognise.ts";
import { explainLog } from "../../shared/explain/log/explain-log.ts";
import { labTest } from "./lab-test.ts";
import type { Laptop } from "./laptop/laptop.ts";
import { observerOf } from "./laptop/observer-of.ts";
import { connect, disconnect } from "./vpn/connect.ts";

async function clientsOf(laptop: Laptop) {
  const { snapshot } = snapshotOf(await observerOf(laptop).capture());
  return { ok: true, value: loggingClients(recogniseClients(snapshot), snapshot) } as const;
}

describe("the log of a real openconnect", () => {
  labTest("is offered while it runs, and is what it printed", async ({ lab }) => {
    const vpn = await connect(lab);
    const { clientLogs, clientLog } = clientLogHandlers({
      clients: () => clientsOf(lab.laptop),
      readClipboard: () => "",
    });
    const offer = await clientLogs(null);
    const [log, ...others] = offer.ok ? offer.value.logs : [];
    expect(others).toEqual([]);
    expect(log).toMatchObject({ client: "openconnect", path: expect.stringContaining(lab.folder) });
    const answer = await clientLog({ id: log?.id ?? "" });
    const text = answer.ok ? answer.value.text : "";
    expect(text).toContain("Configured as");
    expect(vpn.log().startsWith(text)).toBe(true);
    expect(explainLog(text).lines.some(({ messageId }) => messageId === "oc-configured")).toBe(true);

    await disconnect(vpn);
    expect(await clientLogs(null)).toEqual({ ok: true, value: { logs: [] } });
  });
});
