import { describe, expect, it } from "vitest";
import { scriptMarksLeft } from "../../../../shared/health/rules/script-marks-left.ts";
import type { ScriptMark } from "../../../../shared/snapshot/snapshot.ts";
import { evidenceOf, judgeBy } from "../../../support/judge-rule.ts";
import { HOTSPOT, intoUtun } from "../../../support/machine-rows.ts";
import { card, running, tunnel } from "../../../support/machine.ts";
import type { Machine } from "../../../support/machine.ts";

const host = (line: string, name = "utun6"): ScriptMark => ({
  path: "/etc/hosts",
  line: `${line}\t\t# vpn-slice-${name} AUTOCREATED`,
  writer: "vpn-slice",
  name,
  kind: "host-names",
});
const anchor: ScriptMark = {
  path: "/etc/pf.conf",
  line: 'anchor "vpn_slice/utun6" # vpn-slice-utun6 AUTOCREATED 9214680123456789',
  writer: "vpn-slice",
  name: "utun6",
  kind: "packet-filter-anchor",
};
const wifi = card("en0", ["172.20.10.2/28"]);
const machine: Machine = { interfaces: [wifi], routes: HOTSPOT, scriptMarks: [host("10.20.0.5 wiki"), anchor] };

describe("lines that vpn-slice left in files of the system", () => {
  it("are shown, one finding for each file, and never edited", () => {
    const found = judgeBy(scriptMarksLeft, "darwin", machine);
    expect(found.map(({ args, severity }) => [args["path"], severity])).toEqual([
      ["/etc/hosts", "info"],
      ["/etc/pf.conf", "info"],
    ]);
    expect(found.map(({ args }) => args["context"])).toEqual([undefined, "anchor"]);
    expect(found[0]?.evidence[0]).toEqual({
      code: "line-marked-by-script",
      args: { path: "/etc/hosts", line: "10.20.0.5 wiki # vpn-slice-utun6 AUTOCREATED" },
    });
    expect(found.flatMap(({ repair }) => repair)).toEqual([]);
  });

  it("belong to a client that runs, or to a tunnel that lives", () => {
    expect(
      judgeBy(scriptMarksLeft, "darwin", { ...machine, processes: [running("openconnect vpn.example.com")] }),
    ).toEqual([]);
    const living = {
      ...machine,
      interfaces: [wifi, tunnel("utun6", ["10.8.0.2/32"])],
      routes: [...HOTSPOT, intoUtun("10.20.0.0/16")],
    };
    expect(judgeBy(scriptMarksLeft, "darwin", living)).toEqual([]);
  });

  it("are left over, too, under a name that somebody chose", () => {
    expect(judgeBy(scriptMarksLeft, "linux", { scriptMarks: [host("10.20.0.5 wiki", "campus")] })).toHaveLength(1);
  });

  it("are counted all, and shown as far as a person reads", () => {
    const many = Array.from({ length: 50 }, (_, index) => host(`10.20.0.${index + 1} host-${index}`));
    const [finding] = judgeBy(scriptMarksLeft, "darwin", { ...machine, scriptMarks: many });
    expect(finding?.args["lines"]).toBe(50);
    expect(evidenceOf(finding).filter((code) => code === "line-marked-by-script")).toHaveLength(20);
  });
});
