import { describe, expect, it } from "vitest";
import { hasChildren } from "../../../shared/keep-alive/script-runs.ts";
import type { Process } from "../../../shared/snapshot/process.ts";
import { snapshotOfMachine } from "../../support/machine.ts";

const process = (pid: number, parentPid: number, words: string): Process => ({
  pid,
  parentPid,
  user: null,
  startedAt: null,
  arguments: words.split(" "),
  executable: null,
  children: null,
});
const CLIENT = process(10, 1, "openconnect vpn.example.edu");

describe("a client in a list of all processes", () => {
  it.each(["/bin/sh /opt/homebrew/etc/vpnc/vpnc-script", "sh", "(sh) run"])("has a script that runs: %s", (words) => {
    expect(hasChildren(CLIENT, snapshotOfMachine("darwin", { processes: [CLIENT, process(11, 10, words)] }))).toBe(
      true,
    );
  });

  it.each(["(sh)", "<defunct>", "[sh] <defunct>"])("has none where its child has ended: %s", (words) => {
    expect(hasChildren(CLIENT, snapshotOfMachine("darwin", { processes: [CLIENT, process(11, 10, words)] }))).toBe(
      false,
    );
  });

  it("has none where the children are others'", () => {
    expect(hasChildren(CLIENT, snapshotOfMachine("darwin", { processes: [CLIENT, process(11, 1, "sh")] }))).toBe(false);
  });
});
