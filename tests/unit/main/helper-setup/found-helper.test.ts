import { describe, expect, it } from "vitest";
import { foundHelper } from "../../../../electron/main/helper-setup/found-helper.ts";
import type { KnownHelper } from "../../../../electron/main/helper-setup/found-helper.ts";

const OWN = { version: "1.2.0", ruleset: "a".repeat(64) };
const OTHER_RULES = "b".repeat(64);
const READY: KnownHelper = { isRoot: false, installed: { state: "ready" }, manifest: OWN, isSystemdRunning: true };
const found = (known: Partial<KnownHelper>) => foundHelper({ ...READY, ...known }, OWN);

describe("the helper as it is found", () => {
  it("is not needed by root, whatever is installed", () => {
    expect(found({ isRoot: true })).toEqual({ state: "unneeded" });
    expect(found({ isRoot: true, installed: { state: "absent" } })).toEqual({ state: "unneeded" });
  });

  it("is installed with the version that the installation noted, where it noted one", () => {
    expect(found({})).toEqual({ state: "installed", version: "1.2.0" });
    expect(found({ manifest: null })).toEqual({ state: "installed", version: null });
  });

  it("is installed whatever its version, as long as it judges by the same rules", () => {
    const manifest = { ...OWN, version: "1.3.0" };
    expect(found({ manifest })).toEqual({ state: "installed", version: "1.3.0" });
  });

  it.each([
    ["1.1.9", "older"],
    ["1.10.0", "newer"],
  ])("of version %s with other rules is %s", (version, state) => {
    expect(found({ manifest: { version, ruleset: OTHER_RULES } })).toEqual({ state, version });
  });

  it("is not trusted, or another user's, whatever is noted", () => {
    const installed = { state: "untrusted", path: "/usr/lib/holdfast-helper" } as const;
    expect(found({ installed })).toEqual(installed);
    expect(found({ installed: { state: "other-user" } })).toEqual({ state: "other-user" });
  });

  it("is absent where nobody listens, and where there can be none", () => {
    expect(found({ installed: { state: "absent" }, manifest: null })).toEqual({ state: "absent" });
    expect(found({ installed: null, manifest: null })).toEqual({ state: "absent" });
  });

  it("is absent where systemd runs and does not listen: to install it again mends that", () => {
    expect(found({ installed: { state: "absent" } })).toEqual({ state: "absent" });
  });

  it("is what was noted where no systemd runs that could listen", () => {
    const known = { installed: { state: "absent" }, isSystemdRunning: false } as const;
    expect(found(known)).toEqual({ state: "installed", version: "1.2.0" });
    const manifest = { version: "1.1.0", ruleset: OTHER_RULES };
    expect(found({ ...known, manifest })).toEqual({ state: "older", version: "1.1.0" });
    expect(found({ ...known, manifest: null })).toEqual({ state: "absent" });
  });
});
