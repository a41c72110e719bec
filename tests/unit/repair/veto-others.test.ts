import { describe, expect, it } from "vitest";
import type { Step } from "../../../shared/repair/step.ts";
import { veto } from "../../../shared/repair/veto.ts";
import { unobserved } from "../../../shared/snapshot/part.ts";
import type { Resolver } from "../../../shared/snapshot/resolver.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { running, snapshotOfMachine } from "../../support/machine.ts";

const refusal = (step: Step, snapshot: Snapshot) => veto(step, snapshot)?.code ?? "allowed";
const openconnect = running("/opt/homebrew/bin/openconnect -b vpn.example.com");

describe("a nudge", () => {
  const nudge = (changes: { pid?: number; startedAt?: string | null } = {}): Step => ({
    op: "nudge-client",
    client: "openconnect",
    pid: 4711,
    startedAt: openconnect.startedAt,
    signal: "SIGUSR2",
    ...changes,
  });

  it("is allowed to the very openconnect that was seen", () => {
    expect(refusal(nudge(), snapshotOfMachine("darwin", { processes: [openconnect] }))).toBe("allowed");
  });

  it("is refused to another process: SIGUSR2 ends most programs", () => {
    const machine = (command: string) => snapshotOfMachine("darwin", { processes: [running(command)] });
    expect(refusal(nudge(), machine("openvpn --config x"))).toBe("process-is-another");
    expect(refusal(nudge(), machine("sudo openconnect vpn.example.com"))).toBe("process-is-another");
    expect(refusal(nudge({ startedAt: "later" }), machine("openconnect x"))).toBe("process-is-another");
    expect(refusal(nudge({ pid: 1 }), machine("openconnect x"))).toBe("process-not-found");
  });
});

describe("the clearing of a resolver file", () => {
  const marked: Resolver = {
    origin: "resolv.conf",
    name: "/etc/resolv.conf",
    servers: ["10.20.99.14"],
    domains: [],
    interface: null,
    writtenBy: "vpnc-script",
    scoped: false,
    supplemental: false,
  };
  const clear: Step = { op: "clear-resolver", path: "/etc/resolv.conf", servers: ["10.20.99.14"] };

  it("is allowed of the file with the script's mark when no client lives", () => {
    expect(refusal(clear, snapshotOfMachine("linux", { resolvers: [marked] }))).toBe("allowed");
  });

  it("is refused without the mark, elsewhere, or when the file has changed", () => {
    expect(refusal(clear, snapshotOfMachine("linux", { resolvers: [{ ...marked, writtenBy: null }] }))).toBe(
      "resolver-not-by-script",
    );
    expect(
      refusal(
        { ...clear, path: "/etc/hosts" },
        snapshotOfMachine("linux", { resolvers: [{ ...marked, name: "/etc/hosts" }] }),
      ),
    ).toBe("resolver-not-by-script");
    expect(refusal({ ...clear, servers: ["9.9.9.9"] }, snapshotOfMachine("linux", { resolvers: [marked] }))).toBe(
      "resolver-changed",
    );
  });

  it("is refused while a client lives, or while nobody knows", () => {
    const machine = snapshotOfMachine("linux", { resolvers: [marked], processes: [openconnect] });
    expect(refusal(clear, machine)).toBe("client-alive");
    expect(refusal(clear, { ...machine, processes: unobserved("timed-out") })).toBe("processes-unknown");
  });
});

describe("the removal of a state file", () => {
  const remove = (path: string, pid: number | null = 99): Step => ({ op: "remove-state-file", path, pid });
  const nobody = snapshotOfMachine("linux", {});

  it.each(["/var/run/vpnc/defaultroute.99", "/run/vpnc/resolv.conf-backup.99"])("is allowed of %s", (path) => {
    expect(refusal(remove(path), nobody)).toBe("allowed");
  });

  it.each([
    "/etc/passwd",
    "/var/run/vpnc/../../etc/passwd",
    "/var/run/vpnc/a/b",
    "/var/run/vpnc/",
    "/tmp/var/run/vpnc/x",
    "/var/run/vpnc/x\n",
  ])("is refused of %j", (path) => {
    expect(refusal(remove(path), nobody)).toBe("not-a-state-file");
  });

  it("is refused while its client lives, or while nobody knows", () => {
    expect(refusal(remove("/var/run/vpnc/pid", 4711), snapshotOfMachine("linux", { processes: [openconnect] }))).toBe(
      "client-alive",
    );
    expect(refusal(remove("/var/run/vpnc/pid", null), nobody)).toBe("processes-unknown");
  });
});
