import { describe, expect, it } from "vitest";
import { clientResidue } from "../../../../shared/health/rules/client-residue.ts";
import type { StateFile } from "../../../../shared/snapshot/resolver.ts";
import { judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { running } from "../../../support/machine.ts";

const file = (pid: number | null): StateFile => ({
  path: pid === null ? "/var/run/vpnc/pid" : `/var/run/vpnc/defaultroute.${pid}`,
  kind: "default-route",
  pid,
  content: null,
});

describe("state files of a VPN client", () => {
  it("are removed, all in one finding, when their processes are gone", () => {
    const found = judgeBy(clientResidue, "linux", { stateFiles: [file(12), file(11)] });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: "info", certainty: "proven", args: { count: 2 } });
    expect(repairOf(found[0])).toEqual([
      "remove-state-file /var/run/vpnc/defaultroute.11",
      "remove-state-file /var/run/vpnc/defaultroute.12",
    ]);
  });

  it("stay while their client runs", () => {
    expect(
      judgeBy(clientResidue, "linux", {
        stateFiles: [file(4711)],
        processes: [running("openconnect vpn.example.com")],
      }),
    ).toEqual([]);
  });

  it("are left over, too, when another program has got the number of the process", () => {
    expect(
      judgeBy(clientResidue, "linux", { stateFiles: [file(4711)], processes: [running("/usr/bin/vim notes")] }),
    ).toHaveLength(1);
  });

  it("without a process in their name are nobody's", () => {
    expect(judgeBy(clientResidue, "linux", { stateFiles: [file(null)] })).toEqual([]);
  });
});
