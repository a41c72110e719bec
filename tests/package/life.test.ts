import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { stateOf } from "../lab/systemd/machine-state.ts";
import { makeStalePins, pinsOf, STALE } from "../lab/systemd/stale-pins.ts";
import { ALICE, BOB, inRoom, openPackageMachine } from "./package-machine.ts";
import type { PackageMachine } from "./package-machine.ts";
import { makePackage, makePreviousPackage, PREVIOUS } from "./packages.ts";
import type { MadePackage } from "./packages.ts";

const HOLDFAST = "/usr/bin/holdfast";

let current: MadePackage;
let previous: MadePackage;
beforeAll(async () => {
  previous = await makePreviousPackage();
  current = await makePackage();
});
afterAll(() => {
  for (const made of [previous, current]) made?.remove();
});

let machine: PackageMachine;
beforeEach(async () => {
  machine = await openPackageMachine();
});
afterEach(() => machine.close());

const install = ({ path }: MadePackage) => machine.aptByAlice("install", inRoom(path));
const helperOf = async (person: typeof ALICE) => {
  const { code, stdout } = await machine.runFor(person, HOLDFAST, "helper", "status", "--json");
  return { code, ...JSON.parse(stdout) };
};

/** What dpkg and apt note of every package, and systemd of every session. */
const NOTES = /^\/(?:var\/lib\/(?:dpkg|apt|systemd|dbus)\/|etc\/ld\.so\.cache)/;

/** All that is on the machine besides. */
async function whatIsThere(): Promise<Record<string, string>> {
  const { files = "", folders = "", ...others } = await stateOf(machine);
  const withoutNotes = (lines: string) => lines.split("\n").filter((line) => !NOTES.test(line));
  return { ...others, files: withoutNotes(files).join("\n"), folders: withoutNotes(folders).join("\n") };
}

describe("the package", () => {
  it("brings everything, works for whoever installed it, and is gone without a trace", async () => {
    const before = await whatIsThere();
    const installed = await install(current);
    expect(installed, installed.stderr).toMatchObject({ code: 0 });
    expect(installed.stdout).toContain("The helper is installed");

    expect(await machine.runFor(BOB, HOLDFAST, "--version")).toMatchObject({ code: 0, stdout: `${__VERSION__}\n` });
    expect(await helperOf(ALICE)).toMatchObject({ code: 0, user: ALICE.uid, answer: { version: __VERSION__ } });
    expect(await helperOf(BOB)).toMatchObject({ code: 1, repair: { state: "other-user" } });

    await makeStalePins(machine);
    const cleaned = await machine.runFor(ALICE, HOLDFAST, "clean", "--yes");
    expect(cleaned.stderr).toContain("Through the installed helper, without a password.");
    expect(cleaned).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing of it is left") });
    expect(await pinsOf(machine)).toEqual([]);
    expect(await machine.runFor(ALICE, HOLDFAST, "undo")).toMatchObject({ code: 0 });
    expect(await pinsOf(machine)).toEqual(STALE);

    await machine.apt("remove", "holdfast");
    expect((await machine.runAs(0, ["/usr/bin/test", "-e", LINUX_PLACES.socketFolder])).code).toBe(1);
    await machine.apt("purge", "holdfast");
    expect(await whatIsThere()).toEqual(before);
  });

  it("says what is left to do where nobody is known to install it for, and can be removed as it is", async () => {
    const before = await whatIsThere();
    expect(await machine.apt("install", inRoom(current.path))).toContain("sudo holdfast helper install");
    expect(await helperOf(ALICE)).toMatchObject({ code: 3, repair: { state: "absent" } });
    expect(await machine.runFor(ALICE, HOLDFAST, "helper", "install")).toMatchObject({ code: 3 });

    const done = await machine.runFor(ALICE, "/usr/bin/sudo", HOLDFAST, "helper", "install");
    expect(done).toMatchObject({ code: 0 });
    expect(await helperOf(ALICE)).toMatchObject({ code: 0 });
    expect(await machine.runFor(ALICE, "/usr/bin/sudo", HOLDFAST, "helper", "uninstall")).toMatchObject({ code: 0 });
    expect(await helperOf(ALICE)).toMatchObject({ code: 3 });

    await machine.apt("purge", "holdfast");
    expect(await whatIsThere()).toEqual(before);
  });

  it("is renewed in step with the helper, which stays with its user, whoever renews it", async () => {
    expect(await install(previous)).toMatchObject({ code: 0 });
    expect(await helperOf(ALICE)).toMatchObject({ code: 0, answer: { version: PREVIOUS, mismatch: null } });
    await makeStalePins(machine);
    await machine.runFor(ALICE, HOLDFAST, "clean", "--yes");

    await machine.apt("install", inRoom(current.path));
    expect(await helperOf(ALICE)).toMatchObject({
      code: 0,
      user: ALICE.uid,
      answer: { version: __VERSION__, mismatch: null },
    });
    // What was done before can still be taken back.
    expect(await machine.runFor(ALICE, HOLDFAST, "undo")).toMatchObject({ code: 0 });
    expect(await pinsOf(machine)).toEqual(STALE);
  });

  it("lies beside a helper that was installed from source only until it takes its place", async () => {
    const cli = ["/project/out/helper/node", "/project/out/cli/holdfast.js"];
    await machine.run([...cli, "helper", "install", "--user", ALICE.name]);
    expect(await install(current)).toMatchObject({ code: 0 });
    expect(await helperOf(ALICE)).toMatchObject({ code: 0 });
    const units = await machine.run([
      "/usr/bin/systemctl",
      "show",
      "--property=FragmentPath",
      "holdfast-helper.socket",
    ]);
    // Both names are the same folder.
    expect(units).toMatch(/^FragmentPath=(?:\/usr)?\/lib\/systemd\/system\/holdfast-helper\.socket\n$/);
    // From then on it is the package's.
    const refused = await machine.runAs(0, [...cli, "helper", "install", "--user", ALICE.name]);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("sudo /usr/bin/holdfast helper install"),
    });
  });
});
