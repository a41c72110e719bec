import { describe, expect, it } from "vitest";
import { roleOf } from "../../../shared/explain/route-role.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import { recordedSnapshot } from "../../support/judged.ts";

function rolesIn(capture: string): Record<string, string[]> {
  const snapshot = recordedSnapshot(capture);
  const rows = [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
  const roles: Record<string, string[]> = {};
  for (const row of rows)
    (roles[`${row.destination} ${row.interface}${row.scoped ? " scoped" : ""}`] ??= []).push(roleOf(row, snapshot));
  return roles;
}

describe("the role of a route", () => {
  it.each([
    ["05-third-state-stale-pin", "222.66.117.109/32 en0", "gateway-pin"],
    ["04-seed-healthy-reconstructed", "222.66.117.0/24 utun6", "tunnel"],
    ["16-tailscale-vm-bridge-scoped-defaults", "0.0.0.0/0 en0", "default"],
    ["18-anyconnect-full-tunnel", "0.0.0.0/0 utun6", "tunnel-default"],
    ["91-linux-docker-libvirt-baseline", "172.17.0.0/16 docker0", "connected"],
  ])("of %s: %s is %s", (capture, row, role) => {
    expect(rolesIn(capture)[row]).toContain(role);
  });

  it("of a default that is bound to its interface is never that of a VPN which takes everything", () => {
    const bound = Object.entries(rolesIn("16-tailscale-vm-bridge-scoped-defaults")).filter(([row]) =>
      /^(?:0\.0\.0\.0|::)\/0 .* scoped$/.test(row),
    );
    expect(bound.length).toBeGreaterThan(1);
    expect(new Set(bound.flatMap(([, roles]) => roles))).toEqual(new Set(["scoped-default"]));
  });
});
