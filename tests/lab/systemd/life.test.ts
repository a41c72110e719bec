import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildConstants } from "../../../scripts/build/constants.mjs";
import { LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import { buildProgram } from "../helper/helper-bundle.ts";
import { ALLOWED, openHelperMachine, STRANGER } from "./helper-machine.ts";
import type { HelperMachine } from "./helper-machine.ts";
import { stateOf } from "./machine-state.ts";

let machine: HelperMachine;
beforeEach(async () => {
  machine = await openHelperMachine();
});
afterEach(() => machine.close());

const lines = (text: string) => text.trimEnd().split("\n");

describe("T-L1: to install, to use and to uninstall", () => {
  it("three times leaves files, users, groups and units as they were", async () => {
    const before = await stateOf(machine);
    for (let time = 0; time < 3; time++) {
      await machine.install();
      expect((await machine.holdfast(ALLOWED, "helper", "status")).code).toBe(0);
      expect((await machine.holdfast(ALLOWED, "journal", "--json")).code).toBe(0);
      expect(await machine.holdfast(0, "helper", "uninstall")).toMatchObject({ code: 0 });
      expect(await stateOf(machine)).toEqual(before);
    }
  });

  it("also in the middle of a connection, and of an installation that was broken off", async () => {
    const before = await stateOf(machine);
    await machine.install();
    const silent = machine.talk(ALLOWED, {});
    await machine.run(["/usr/bin/rm", LINUX_PLACES.manifest, `${LINUX_PLACES.units}/holdfast-keep-alive.socket`]);
    await machine.run(["/usr/bin/touch", `${LINUX_PLACES.node}.new`]);
    expect(await machine.holdfast(0, "helper", "uninstall")).toMatchObject({ code: 0, stderr: "" });
    await silent;
    expect(await machine.holdfast(0, "helper", "uninstall")).toMatchObject({ code: 0, stderr: "" });
    expect(await stateOf(machine)).toEqual(before);
  });

  it("leaves root's own journal where it was there before, and only then", async () => {
    await machine.run(["/usr/bin/rm", "-rf", LINUX_PLACES.rootJournal]);
    await machine.run(["/usr/bin/mkdir", "-m", "700", LINUX_PLACES.rootJournal]);
    await machine.run(["/usr/bin/touch", `${LINUX_PLACES.rootJournal}/kept`]);
    await machine.install();
    await machine.install();
    await machine.holdfast(0, "helper", "uninstall");
    expect(await machine.run(["/usr/bin/ls", LINUX_PLACES.rootJournal])).toBe("kept\n");
  });
});

describe("an installation by a root whose files are closed to others", () => {
  it("is open to those who have to read it all the same", async () => {
    const command = machine.command("helper", "install", "--user", "alice");
    await machine.run(["/usr/bin/systemd-run", "--property=UMask=0777", "--wait", "--collect", "--quiet", ...command]);
    expect((await machine.holdfast(ALLOWED, "helper", "status")).code).toBe(0);
  });
});

describe("root", () => {
  it("is told for whom the helper is, and whether it fits", async () => {
    await machine.install();
    const status = await machine.holdfast(0, "helper", "status", "--json");
    expect(status.code).toBe(0);
    expect(JSON.parse(status.stdout)).toMatchObject({ user: ALLOWED, answer: { mismatch: null }, failure: null });
  });
});

describe("an installation over another", () => {
  it("serves the new user and no longer the old one", async () => {
    await machine.install();
    await machine.holdfast(0, "helper", "install", "--user", "bob");
    expect((await machine.holdfast(STRANGER, "helper", "status")).code).toBe(0);
    expect((await machine.holdfast(ALLOWED, "helper", "status")).stdout).toContain("for another user");
  });
});

describe("T-L2: a helper of another build", () => {
  const helperOf = async (version: string, ruleset: string) => {
    const constants = {
      ...buildConstants(),
      __VERSION__: JSON.stringify(version),
      __RULESET__: JSON.stringify(ruleset),
    };
    return buildProgram("electron/helper/helper.ts", constants);
  };

  it.each([
    ["0.0.1", "older", "Update it: sudo holdfast helper install"],
    ["99.0.0", "newer", "Update Holdfast"],
  ])("of version %s is %s: it is not used to repair, and what to do is said", async (version, _order, advice) => {
    await machine.install();
    const other = await helperOf(version, "0".repeat(64));
    try {
      await machine.run(["/usr/bin/tee", LINUX_PLACES.bundle], { stdin: await readFile(other.path, "utf8") });
      const status = await machine.holdfast(ALLOWED, "helper", "status");
      expect(status).toMatchObject({ code: 1, stdout: expect.stringContaining(advice) });
      const guard = await machine.holdfast(ALLOWED, "guard");
      expect(guard.code).toBe(3);
      expect(lines(guard.stderr).at(-1)).toContain("was not used");
    } finally {
      await other.remove();
    }
  });
});
