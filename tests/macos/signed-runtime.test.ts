import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NODE_FLAGS } from "../../shared/helper-setup/node-flags.ts";
import { dictionary, propertyList } from "../../shared/helper-setup/property-list.ts";

const ALLOW_JIT = "com.apple.security.cs.allow-jit";
const isMac = process.platform === "darwin";
const knowsFlags = process.allowedNodeEnvironmentFlags.has("--disable-sigusr1");

let folder: string;
let entitled: string;
let plain: string;

// helper-security T-M2: signed in a way that is good enough for the notary, Node may still die at its start.
describe.skipIf(!isMac || !knowsFlags)("Node signed for the hardened runtime (needs a Mac and Node 24)", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "holdfast-signed-"));
    const entitlements = join(folder, "entitlements.plist");
    writeFileSync(entitlements, propertyList(dictionary({ [ALLOW_JIT]: "<true/>" })));
    entitled = sign("entitled", ["--entitlements", entitlements]);
    plain = sign("plain", []);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has the entitlements that it was signed with, and no other", () => {
    expect(entitlementsOf(entitled)).toEqual([ALLOW_JIT]);
    expect(entitlementsOf(plain)).toEqual([]);
  });

  it("starts with allow-jit and the helper's flags", () => {
    expect(start(entitled, NODE_FLAGS)).toEqual({ status: 0, signal: null, stdout: "started" });
  });

  it("starts with the helper's flags alone, which need no compiler", () => {
    expect(start(plain, NODE_FLAGS)).toEqual({ status: 0, signal: null, stdout: "started" });
  });

  // Else the test before this one shows nothing.
  it("dies with neither", () => {
    expect(start(plain, [])).not.toMatchObject({ status: 0 });
  });
});

/** A copy of this Node, signed by nobody in particular, as the shipped one is signed by somebody. */
function sign(name: string, options: readonly string[]): string {
  const path = join(folder, name);
  copyFileSync(process.execPath, path);
  chmodSync(path, 0o755);
  execFileSync("/usr/bin/codesign", ["--force", "--sign", "-", "--options", "runtime", ...options, path]);
  return path;
}

function entitlementsOf(path: string): readonly string[] {
  const words = ["--display", "--entitlements", "-", "--xml", path];
  const { stdout } = spawnSync("/usr/bin/codesign", words, { encoding: "utf8" });
  return [...stdout.matchAll(/<key>([^<]*)<\/key>/g)].map(([, key = ""]) => key);
}

function start(program: string, flags: readonly string[]) {
  const words = [...flags, "--eval", "process.stdout.write('started')"];
  const { status, signal, stdout } = spawnSync(program, words, { env: {}, cwd: "/", encoding: "utf8" });
  return { status, signal, stdout };
}
