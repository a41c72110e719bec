import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import { waitUntil } from "../room/wait-until.ts";
import { commandAsked, putApp, startApp } from "./app-in-room.ts";
import { ALLOWED, openHelperMachine, STRANGER } from "./helper-machine.ts";
import type { HelperMachine } from "./helper-machine.ts";
import { stateOf } from "./machine-state.ts";
import { startPasswordAgent } from "./password-agent.ts";

const PASSWORD = "correct horse";

let machine: HelperMachine;
beforeEach(async () => {
  machine = await openHelperMachine();
  await putApp(machine);
  await machine.run(["/usr/sbin/chpasswd"], { stdin: `root:${PASSWORD}\n` });
  await machine.run(["/usr/bin/tee", "/etc/polkit-1/rules.d/10-test.rules"], { stdin: RULE });
  // What polkit itself keeps is there from now on.
  await machine.run(["/usr/bin/pkaction"]);
});
afterEach(() => machine.close());

/** Says yes to one user, to what the app asks for and to nothing else. */
const COMMANDS = [commandAsked("install", ALLOWED), commandAsked("uninstall", ALLOWED)];
const RULE = `polkit.addRule(function (action, subject) {
  var commands = ${JSON.stringify(COMMANDS)};
  if (action.id !== "org.freedesktop.policykit.exec" || subject.user !== "alice") return;
  if (commands.indexOf(action.lookup("command_line")) >= 0) return polkit.Result.YES;
});
`;
const REFUSED = {
  ok: false,
  error: { code: "needs-rights", args: { command: "sudo npx holdfast helper install" } },
};
const INSTALLED = { state: "installed", version: __VERSION__ };

const statusOf = async (uid: number) => (await machine.holdfast(uid, "helper", "status")).code;
const pkexecs = async () => (await machine.runAs(0, ["/usr/bin/pgrep", "-x", "pkexec"])).stdout;

describe("the app, for a user to whom polkit says yes", () => {
  it("installs the helper and removes it, leaves nothing, and shows how that goes", async () => {
    const before = await stateOf(machine);
    const app = await startApp(machine, ALLOWED);
    expect(app.shown).toMatchObject([{ found: { state: "absent" }, by: { way: "password" }, activity: "idle" }]);

    expect(await app.setUp("install")).toEqual({ ok: true, value: null });
    expect(await statusOf(ALLOWED)).toBe(0);
    expect(await app.setUp("uninstall")).toEqual({ ok: true, value: null });
    expect(await stateOf(machine)).toEqual(before);

    expect(app.shown.slice(1)).toMatchObject([
      { found: { state: "absent" }, activity: "installing", failure: null },
      { found: INSTALLED, activity: "idle", failure: null },
      { found: INSTALLED, activity: "uninstalling", failure: null },
      { found: { state: "absent" }, activity: "idle", failure: null },
    ]);
  });

  it("says what the installation says when it fails", async () => {
    await machine.run(["/usr/bin/chmod", "775", "/usr/lib"]);
    const app = await startApp(machine, ALLOWED);
    const error = { code: "place-untrusted", args: { path: "/usr/lib" } };
    expect(await app.setUp("install")).toEqual({ ok: false, error });
    expect(app.shown.at(-1)).toMatchObject({ found: { state: "absent" }, activity: "idle", failure: error });
  });
});

describe("the app, for a user whom polkit asks for a password", () => {
  it("changes nothing and names the command where nobody can be asked", async () => {
    const before = await stateOf(machine);
    const app = await startApp(machine, STRANGER);
    expect(await app.setUp("install")).toEqual(REFUSED);
    expect(app.shown.at(-1)).toMatchObject({ found: { state: "absent" }, activity: "idle", failure: REFUSED.error });
    expect(await stateOf(machine)).toEqual(before);
  });

  it("installs with the right password and not with a wrong one, and asks for it one at a time", async () => {
    const app = await startApp(machine, STRANGER);
    const agent = await startPasswordAgent(machine, STRANGER, app.pid);
    const refused = app.setUp("install");
    await agent.type("battery staple");
    expect(await refused).toEqual(REFUSED);
    expect(await statusOf(STRANGER)).toBe(3);

    const installed = app.setUp("install");
    await agent.asked();
    expect(await app.setUp("uninstall")).toMatchObject({ error: { code: "busy" } });
    await agent.type(PASSWORD);
    expect(await installed).toEqual({ ok: true, value: null });
    expect(await statusOf(STRANGER)).toBe(0);
    expect(app.shown.at(-1)).toMatchObject({ found: INSTALLED, activity: "idle" });
  });
});

describe("the app that was updated", () => {
  it("does not use the helper of before, says which it is, and renews it", async () => {
    await machine.install();
    const manifest = JSON.parse(await machine.run(["/usr/bin/cat", LINUX_PLACES.manifest]));
    const older = { ...manifest, version: "0.0.1", ruleset: "0".repeat(64) };
    await machine.run(["/usr/bin/tee", LINUX_PLACES.manifest], { stdin: JSON.stringify(older) });
    const app = await startApp(machine, ALLOWED);
    expect(app.shown).toMatchObject([{ found: { state: "older", version: "0.0.1" }, by: { way: "password" } }]);
    expect(await app.setUp("install")).toEqual({ ok: true, value: null });
    expect(app.shown.at(-1)).toMatchObject({ found: INSTALLED, activity: "idle", failure: null });
    expect(await statusOf(ALLOWED)).toBe(0);
  });
});

describe("the end of the app", () => {
  it("closes the dialogue for a password, and nothing is changed", async () => {
    const before = await stateOf(machine);
    const app = await startApp(machine, STRANGER);
    const agent = await startPasswordAgent(machine, STRANGER, app.pid);
    const ended = app.setUp("install");
    await agent.asked();
    expect(await pkexecs()).not.toBe("");
    app.stop();
    expect(await ended).toMatchObject({ error: { code: "authorisation-refused" } });
    await waitUntil("the dialogue is closed", 10_000, async () => (await pkexecs()) === "");
    expect(await stateOf(machine)).toEqual(before);
  });

  it("in the middle of an installation does not break it off", async () => {
    const release = await holdUp("/usr/bin/systemd-sysusers");
    const app = await startApp(machine, ALLOWED);
    const ended = app.setUp("install");
    const manifest = ["/usr/bin/test", "-e", LINUX_PLACES.manifest];
    await waitUntil("it has begun", 30_000, async () => (await machine.runAs(0, manifest)).code === 0);
    app.stop();
    expect(await ended).toMatchObject({ ok: false });
    app.kill();
    expect(await statusOf(ALLOWED)).toBe(3);
    await release();
    await waitUntil("it is done all the same", 30_000, async () => (await statusOf(ALLOWED)) === 0);
  });
});

/** Lets a program of the machine wait until it is released. */
async function holdUp(path: string): Promise<() => Promise<string>> {
  const released = "/run/released";
  await machine.run(["/usr/bin/mv", path, `${path}.real`]);
  const program = `#!/bin/sh\nuntil test -e ${released}; do sleep 0.05; done\nexec ${path}.real "$@"\n`;
  await machine.run(["/usr/bin/tee", path], { stdin: program });
  await machine.run(["/usr/bin/chmod", "755", path]);
  return () => machine.run(["/usr/bin/touch", released]);
}
