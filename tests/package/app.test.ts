import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forPackageRootLater } from "../../scripts/setup/debian-lists.mjs";
import { inProject } from "../../scripts/paths.mjs";
import { startProgram } from "../lab/room/start-program.ts";
import { waitUntil } from "../lab/room/wait-until.ts";
import { ALICE, inRoom, openPackageMachine } from "./package-machine.ts";
import type { PackageMachine } from "./package-machine.ts";
import { makePackage } from "./packages.ts";

const APP = "/opt/Holdfast/holdfast-desktop";
const PICTURE = "/home/alice/popover.png";

let machine: PackageMachine;
beforeAll(async () => {
  const made = await makePackage();
  try {
    machine = await openPackageMachine();
    await machine.apt("install", inRoom(made.path));
  } finally {
    made.remove();
  }
});
afterAll(() => machine?.close());

describe("the installed app", () => {
  it("finds every library in what the package depends on", async () => {
    const libraries = await machine.run([
      "/usr/bin/ldd",
      APP,
      "/opt/Holdfast/libffmpeg.so",
      "/opt/Holdfast/libGLESv2.so",
    ]);
    expect(libraries).toContain("libgtk-3.so.0 => ");
    expect(libraries).not.toContain("not found");
  });

  it("has its sandbox without a program with root's rights, where users may make namespaces", async () => {
    const mode = await machine.run(["/usr/bin/stat", "--format=%a %U", "/opt/Holdfast/chrome-sandbox"]);
    expect(mode).toBe("755 root\n");
  });

  it("comes with what else belongs to a program: manual page, completions, and the licences of all that is in it", async () => {
    const share = ["man/man1/holdfast.1.gz", "doc/holdfast/copyright", "doc/holdfast/NEWS.gz"];
    const completions = ["bash-completion/completions/holdfast", "zsh/vendor-completions/_holdfast"];
    const places = [...share, ...completions, "fish/vendor_completions.d/holdfast.fish"].map(
      (path) => `/usr/share/${path}`,
    );
    const contents = ["THIRD-PARTY-LICENCES.txt", "sbom.cdx.json"].map((name) => `/opt/Holdfast/resources/${name}`);
    const sizes = await machine.run(["/usr/bin/stat", "--dereference", "--format=%s", ...places, ...contents]);
    expect(Math.min(...sizes.trim().split("\n").map(Number))).toBeGreaterThan(100);
  });

  it("belongs to root, and nobody else can change any of it", async () => {
    const changeable = [
      "!",
      "-type",
      "l",
      "(",
      "-perm",
      "/022",
      "-o",
      "!",
      "-user",
      "root",
      "-o",
      "-perm",
      "/6000",
      ")",
    ];
    expect(await machine.run(["/usr/bin/find", "/opt/Holdfast", "/usr/lib/holdfast-helper", ...changeable])).toBe("");
    expect(await machine.run(["/usr/bin/dpkg", "--verify", "holdfast"])).toBe("");
  });

  it("has an entry for the desktop that starts it, with a picture", async () => {
    const entry = await machine.run(["/usr/bin/cat", "/usr/share/applications/holdfast-desktop.desktop"]);
    expect(entry).toContain(`Exec=${APP}`);
    const icon = /^Icon=(.*)$/m.exec(entry)?.[1];
    await machine.run(["/usr/bin/test", "-e", `/usr/share/icons/hicolor/256x256/apps/${icon}.png`]);
  });

  it("starts for its user, shows the state of the machine, and ends when it is asked to", async () => {
    await machine.apt("install", ...forPackageRootLater);
    const env = ["HOME=/home/alice", "LANG=C.UTF-8", `HOLDFAST_POPOVER_PICTURE=${PICTURE}`];
    const display = ["/usr/bin/xvfb-run", "-a", "/usr/bin/dbus-run-session", "--"];
    const words = [...machine.enter(ALICE.uid), "/usr/bin/env", "-i", ...env, "PATH=/usr/bin", ...display, APP];
    const app = startProgram(words, { stdio: ["ignore", "pipe", "pipe"], env: {} });
    const said: string[] = [];
    for (const stream of [app.stdout, app.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => said.push(text));
    const ended = new Promise<number | null>((resolve) => app.once("exit", resolve));
    const picture = await waitUntil("a picture is there", 60_000, pictureNow).catch((error: unknown) => {
      throw new Error(`the app said: ${said.join("")}`, { cause: error });
    });
    expect({ width: picture.width, height: picture.height }).toEqual({ width: 380, height: 560 });
    expect(coloursIn(picture)).toBeGreaterThan(20);
    const [first = ""] = await processes();
    await machine.run(["/usr/bin/kill", "-TERM", first]);
    expect(await ended).toBe(0);
    expect(await processes()).toEqual([]);
  });
});

/** Ids of the app's processes, the one that was started first. */
async function processes(): Promise<string[]> {
  // The kernel keeps 15 characters of a name.
  const { stdout } = await machine.runAs(0, ["/usr/bin/pgrep", "-x", "holdfast-deskto"]);
  return stdout.split("\n").filter(Boolean);
}

async function pictureNow(): Promise<PNG | undefined> {
  const { code, stdout } = await machine.runAs(0, ["/usr/bin/base64", PICTURE]);
  if (code !== 0) return undefined;
  const bytes = Buffer.from(stdout, "base64");
  const kept = inProject("test-results", "installed-app.png");
  try {
    const picture = PNG.sync.read(bytes);
    mkdirSync(inProject("test-results"), { recursive: true });
    await writeFile(kept, bytes);
    return picture;
  } catch {
    // Not yet written to its end.
    return undefined;
  }
}

function coloursIn({ data }: PNG): number {
  return new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4)).size;
}
