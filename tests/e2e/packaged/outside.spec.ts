import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listPackage } from "@electron/asar";
import { filesUnder } from "../../../scripts/build/sources.mjs";
import { FUSES, readFuses } from "../../../scripts/dist/fuses.mjs";
import { projectFolder } from "../../../scripts/paths.mjs";
import { descendantsOf, readProcess } from "../../lab/room/processes.ts";
import { confinementOf } from "../story/confinement.ts";
import { OTHER_UID } from "../story/another-user.ts";
import { expect } from "../story/story-test.ts";
import { copyApp } from "./copy-app.ts";
import { listenToBus } from "./listen-to-bus.ts";
import { listeningPortsOf } from "./listening-ports.ts";
import { test } from "./packaged-test.ts";
import { runPackaged, startPackaged } from "./start-packaged.ts";

test("every fuse that this Electron has is set as the table says, and none is unknown", async ({ packaged }) => {
  const fuses = await readFuses(packaged.program);
  expect(Object.keys(fuses).length).toBeGreaterThanOrEqual(8);
  expect(FUSES).toMatchObject(fuses);
});

test("the archive holds what was built for it and nothing else: no sources, no maps, no other packages", ({
  packaged,
}) => {
  const built = ["main", "lookout", "updater", "preload", "renderer"].map((part) => `out/${part}`);
  const files = listPackage(packaged.archive, { isPack: false }).filter((path) => /\.\w+$/.test(path));
  const wanted = filesUnder(projectFolder, [...built, "build/tray", "package.json"]);
  expect(files.map((path) => path.slice(1)).toSorted()).toEqual(wanted);
  expect(files.filter((path) => /\.(?:map|tsx?)$|node_modules|test/.test(path))).toEqual([]);
  for (const name of ["app", "default_app.asar"])
    expect(existsSync(join(packaged.folder, "resources", name))).toBe(false);
});

test("started with all that turns another Electron into a Node, it is still the app: sandboxed, alone, and nobody can come in", async ({
  packaged,
  desktop,
  env,
}) => {
  const home = env["HOME"] ?? "";
  const mark = join(home, "mark");
  const intruder = join(home, "intruder.cjs");
  await writeFile(intruder, `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "")`, { mode: 0o644 });
  const poisoned = { ...env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: `--require=${intruder}` };
  // A desktop with a wallet, which Chromium would open.
  const onDesktop = { ...poisoned, XDG_CURRENT_DESKTOP: "KDE", KDE_SESSION_VERSION: "5" };
  const listener = await listenToBus(desktop);
  const app = startPackaged(packaged, onDesktop, ["--lang=de", "--disable-gpu", intruder]);
  try {
    await expect.poll(() => desktop.trayItems()).toHaveLength(1);
    await expect.poll(() => rendererOf(app.pid)).toBeDefined();
    expect(confinementOf(app.pid)).toEqual({ user: OTHER_UID, systemCalls: "filtered", network: "own", users: "own" });
    expect(existsSync(mark)).toBe(false);
    expect(await listeningPortsOf([app.pid, ...descendantsOf(app.pid)])).toEqual([]);
    expect(descendantsOf(app.pid).filter((pid) => readProcess(pid, "cmdline").includes("crashpad"))).toEqual([]);

    expect(listener.heard()).toContain("org.kde.StatusNotifierWatcher");
    expect(listener.heard()).not.toMatch(/kwallet|org\.freedesktop\.secrets/);

    const again = await runPackaged(packaged, env);
    expect(again.code).toBe(0);
    expect(await desktop.trayItems()).toHaveLength(1);

    // By which any other Node opens its debugger; here it is a signal like others.
    process.kill(app.pid, "SIGUSR1");
    expect(await app.ended).toBe("SIGUSR1");
  } finally {
    await app.stop();
    await listener.stop();
  }
});

test("each switch that opens a door ends it with one sentence, before the door is open", async ({ packaged, env }) => {
  const switches = [
    "--no-sandbox",
    "--remote-debugging-port=0",
    "-remote-debugging-port=0",
    "--remote-debugging-pipe",
    "--inspect=127.0.0.1:0",
    "--inspect-brk=0",
    "--disable-web-security",
    "--load-extension=/tmp",
    "--js-flags=--expose-gc",
    "--renderer-cmd-prefix=/bin/true",
    "--user-data-dir=/tmp",
  ];
  for (const each of switches) {
    const { code, stderr } = await runPackaged(packaged, env, [each]);
    expect(code, each).toBe(2);
    expect(stderr, each).toContain(`Holdfast does not start with ${each.split("=")[0]}: `);
    expect(stderr, each).not.toMatch(/listening on/i);
  }
});

test("nor does it start without the sandbox when a variable asks for that", async ({ packaged, env }) => {
  const { code, stderr } = await runPackaged(packaged, { ...env, ELECTRON_DISABLE_SANDBOX: "1" });
  expect(code).toBe(2);
  expect(stderr).toContain("Holdfast does not start with --no-sandbox: ");
});

test("code in a folder where other Electrons look for an app is not run", async ({ packaged, room, env }) => {
  const copy = await copyApp(packaged, join(room, "without-archive"));
  const mark = join(env["HOME"] ?? "", "mark");
  await rm(copy.archive);
  for (const name of ["app", "default_app"]) {
    const folder = join(copy.folder, "resources", name);
    await mkdir(folder);
    await writeFile(join(folder, "index.js"), `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "")`);
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "holdfast", main: "index.js" }));
  }
  const { code } = await runPackaged(copy, env);
  expect(code).not.toBe(0);
  expect(existsSync(mark)).toBe(false);
});

function rendererOf(pid: number): number | undefined {
  return descendantsOf(pid).find((each) => readProcess(each, "cmdline").includes("--type=renderer"));
}
