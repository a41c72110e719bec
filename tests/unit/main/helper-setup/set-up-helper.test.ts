import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SetupSurroundings } from "../../../../electron/main/helper-setup/setup-surroundings.ts";
import { until } from "../../../support/until.ts";
import { makePasswordStandIn } from "./password-stand-in.ts";
import type { PasswordStandIn } from "./password-stand-in.ts";
import { setUpScene } from "./set-up-scene.ts";
import type { SceneChange } from "./set-up-scene.ts";

const COMMAND = "sudo npx holdfast helper install";
const REPORT = `console.log(JSON.stringify({ schema: 1, ok: true, way: "sockets" }));`;

let dialogue: PasswordStandIn;
let endDialogue = () => {};
beforeEach(() => {
  dialogue = makePasswordStandIn();
});
afterEach(() => {
  endDialogue();
  vi.unstubAllEnvs();
  dialogue.remove();
});

/** The app, where the dialogue for a password does this. */
function scene(script: string, change: SceneChange = {}) {
  dialogue.does(script);
  const made = setUpScene(dialogue.path, change);
  endDialogue = made.setUp.stop;
  return made;
}

const OWN = { version: __VERSION__, ruleset: __RULESET__ };

describe("setting the helper up with a password", () => {
  it("shows that it installs, then what is there, and tells the rest of the app", async () => {
    const { install, become, shown, changes } = scene(REPORT);
    const ended = install();
    expect(shown).toMatchObject([{ found: { state: "absent" }, activity: "installing", failure: null }]);
    become({ installed: { state: "ready" }, manifest: OWN });
    expect(await ended).toEqual({ ok: true, value: null });
    const found = { state: "installed", version: __VERSION__ };
    expect(shown.slice(1)).toMatchObject([{ found, activity: "idle", failure: null }]);
    expect(changes()).toBe(1);
  });

  it("starts it for this user with a fixed environment, and in no folder of the user's", async () => {
    vi.stubEnv("NODE_OPTIONS", "--require=/nonexistent");
    vi.stubEnv("DISPLAY", ":7");
    expect(await scene(REPORT).install()).toMatchObject({ ok: true });
    const start = dialogue.start();
    expect(start?.words.slice(-7)).toEqual([
      ...["/usr/bin/node", "/opt/holdfast/cli/holdfast.js", "helper", "install", "--user", "1000", "--json"],
    ]);
    expect(start?.env).toMatchObject({ DISPLAY: ":7", PATH: "/usr/sbin:/usr/bin:/sbin:/bin" });
    for (const name of ["NODE_OPTIONS", "HOME"]) expect(start?.env).not.toHaveProperty(name);
    expect(start?.cwd).toBe("/");
  });

  it("says that the dialogue was closed, and forgets it with the next try", async () => {
    const { install, shown } = scene("process.exit(126)");
    const error = { code: "authorisation-refused", args: {} };
    expect(await install()).toEqual({ ok: false, error });
    expect(shown.at(-1)).toMatchObject({ activity: "idle", failure: error });
    await install();
    expect(shown.map(({ activity, failure }) => [activity, failure])).toEqual([
      ["installing", null],
      ["idle", error],
      ["installing", null],
      ["idle", error],
    ]);
  });

  it("notes what nobody foresaw, with what was said, and tells where to read it", async () => {
    const { install, shown, mistakes } = scene('console.error("cannot read holdfast.js"); process.exit(1)');
    const error = { code: "internal", args: { log: "main.log" } };
    expect(await install()).toEqual({ ok: false, error });
    expect(shown.at(-1)).toMatchObject({ activity: "idle", failure: error });
    expect(String(mistakes)).toContain("cannot read holdfast.js");
  });

  it("keeps of an endless output no more than a beginning", async () => {
    const { install, mistakes } = scene('process.stdout.write("x".repeat(5_000_000))');
    expect(await install()).toMatchObject({ error: { code: "internal" } });
    expect(String(mistakes).length).toBeLessThan(70_000);
  });

  it("does not wait for a program that is not there", async () => {
    const { install, mistakes } = setUpScene("/nonexistent/pkexec");
    expect(await install()).toMatchObject({ error: { code: "internal" } });
    expect(String(mistakes)).toContain("ENOENT");
  });
});

describe("while a password is asked for", () => {
  const WAITING = "setInterval(() => undefined, 1_000)";

  it("nothing else is begun", async () => {
    const { setUp, install, shown } = scene(WAITING);
    const ended = install();
    expect(await setUp.setUp("uninstall")).toMatchObject({ error: { code: "busy" } });
    expect(shown).toHaveLength(1);
    setUp.stop();
    await ended;
  });

  it("what is found can be looked at again without hiding that it installs", async () => {
    const { setUp, install, become, shown } = scene(WAITING);
    const ended = install();
    become({ installed: { state: "other-user" } });
    setUp.lookAgain();
    expect(shown.at(-1)).toMatchObject({ found: { state: "other-user" }, activity: "installing" });
    setUp.stop();
    await ended;
  });

  it("the end of the app closes the dialogue and is no mistake", async () => {
    const { setUp, install, mistakes } = scene(WAITING);
    const ended = install();
    await until("it asks", () => dialogue.start() !== null);
    setUp.stop();
    expect(await ended).toMatchObject({ error: { code: "authorisation-refused" } });
    expect(mistakes).toEqual([]);
    await until("its process is gone", () => !isAlive(dialogue.start()?.pid ?? 0));
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("where it cannot be done from the app", () => {
  const refused = { ok: false, error: { code: "needs-rights", args: { command: COMMAND } } };
  const root = { isRoot: true, installed: null, manifest: null, isSystemdRunning: true };

  it.each<[string, Partial<SetupSurroundings>]>([
    ["the app runs as root", { uid: 0, helper: root }],
    ["the package does it", { platform: "darwin" }],
    ["there is no Node of root's", { tools: { pkexec: "/nonexistent/pkexec", node: null, cli: "/opt/holdfast.js" } }],
  ])("because %s, the command is named and nothing is changed", async (_why, change) => {
    const { install, shown, changes } = scene(REPORT, change);
    expect(await install()).toEqual(refused);
    expect({ shown, changes: changes(), start: dialogue.start() }).toEqual({ shown: [], changes: 0, start: null });
  });

  it("because a repair runs, it is not begun", async () => {
    const { model, install, shown } = scene(REPORT);
    model.setState({ activity: "repairing" });
    shown.length = 0;
    expect(await install()).toMatchObject({ error: { code: "busy" } });
    expect(shown).toEqual([]);
  });
});

describe("the package that the app brings for macOS", () => {
  const installer = "/Applications/Holdfast.app/Contents/Resources/helper.pkg";
  const onMac = { platform: "darwin", installer } as const;

  it("is handed to the installer, and nothing is started or claimed to be done", async () => {
    const { setUp, opened, shown, changes } = scene(REPORT, onMac);
    expect(await setUp.setUp("install")).toEqual({ ok: true, value: null });
    expect(opened).toEqual([installer]);
    expect(shown.every(({ found, activity }) => found.state === "absent" && activity === "idle")).toBe(true);
    expect({ changes: changes(), start: dialogue.start() }).toEqual({ changes: 0, start: null });
  });

  it("says why it is not opened, until it is", async () => {
    const error = { code: "installer-not-opened", args: { path: installer, detail: "no such program" } };
    const { setUp, shown } = scene(REPORT, { ...onMac, cannotOpen: "no such program" });
    expect(await setUp.setUp("install")).toEqual({ ok: false, error });
    expect(shown.at(-1)).toMatchObject({ activity: "idle", failure: error });
  });

  it("is not opened to remove the helper: the command for that is named", async () => {
    const { setUp, opened } = scene(REPORT, onMac);
    const command = "sudo /Library/PrivilegedHelperTools/app.holdfast.helper/uninstall";
    expect(await setUp.setUp("uninstall")).toEqual({ ok: false, error: { code: "needs-rights", args: { command } } });
    expect(opened).toEqual([]);
  });
});
