import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debCommand } from "../../../electron/main/updates/install-deb.ts";
import { buildProgram } from "../helper/helper-bundle.ts";
import { ALLOWED, openHelperMachine, STRANGER } from "./helper-machine.ts";
import type { HelperMachine } from "./helper-machine.ts";

const PROGRAM = "/tmp/app-updating.cjs";
/** A name that a shell would take apart. */
const CACHE = "/tmp/cache of $(alice);";
const PACKAGE = `${CACHE}/holdfast.deb`;
const CONFIGURATION = "/etc/holdfast-of-a-test.conf";

let machine: HelperMachine;
beforeAll(async () => {
  machine = await openHelperMachine();
  const program = await buildProgram("tests/lab/systemd/app-updating.ts");
  try {
    await machine.run(["/usr/bin/tee", PROGRAM], { stdin: await readFile(program.path, "utf8") });
  } finally {
    await program.remove();
  }
  await machine.run(["/usr/bin/tee", "/etc/polkit-1/rules.d/10-test.rules"], { stdin: RULE });
});
afterAll(() => machine.close());

/** Says yes to one user, to what the app asks for and to nothing else. */
const RULE = `polkit.addRule(function (action, subject) {
  if (action.id !== "org.freedesktop.policykit.exec" || subject.user !== "alice") return;
  if (action.lookup("command_line") === ${JSON.stringify(debCommand(PACKAGE).join(" "))}) return polkit.Result.YES;
});
`;

/** Makes a package of this version in the place of a downloaded one; gives its digest. */
async function download(version: string): Promise<string> {
  const folder = "/tmp/package";
  const files: Readonly<Record<string, string>> = {
    "DEBIAN/control": `Package: holdfast-of-a-test\nVersion: ${version}\nArchitecture: all\nMaintainer: nobody <n@holdfast.invalid>\nDescription: a test\n`,
    "DEBIAN/conffiles": `${CONFIGURATION}\n`,
    [CONFIGURATION.slice(1)]: `as version ${version} brings it\n`,
  };
  await machine.run(["/usr/bin/mkdir", "-p", `${folder}/DEBIAN`, `${folder}/etc`, CACHE]);
  for (const [name, content] of Object.entries(files)) {
    await machine.run(["/usr/bin/tee", `${folder}/${name}`], { stdin: content });
  }
  await machine.run(["/usr/bin/dpkg-deb", "--build", folder, PACKAGE]);
  // The user's own, as what the app downloads is.
  await machine.run(["/usr/bin/chown", "-R", String(ALLOWED), CACHE]);
  const digest = await machine.run(["/usr/bin/sha512sum", PACKAGE]);
  return Buffer.from(digest.slice(0, 128), "hex").toString("base64");
}

async function update(uid: number, digest: string): Promise<unknown> {
  const found = JSON.stringify({ path: PACKAGE, digests: [digest] });
  const { stdout, stderr } = await machine.runAs(uid, ["/usr/bin/node", PROGRAM, found], { deadlineMs: 60_000 });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout);
}

const installed = async () =>
  (await machine.runAs(0, ["/usr/bin/dpkg-query", "-W", "-f", "${Version}", "holdfast-of-a-test"])).stdout;
const isThere = async () => (await machine.runAs(0, ["/usr/bin/test", "-e", PACKAGE])).code === 0;
const DONE = { failure: null, isStartedAnew: true };

describe("the app, installing an update", () => {
  it("needs the password: without one it says what to type, and nothing is installed", async () => {
    const digest = await download("1.0");
    expect(await update(STRANGER, digest)).toMatchObject({ failure: { code: "needs-rights" }, isStartedAnew: false });
    expect([await installed(), await isThere()]).toEqual(["", true]);
  });

  it("does not install what is not what was announced", async () => {
    await download("1.0");
    const digest = createHash("sha512").update("another").digest("base64");
    expect(await update(ALLOWED, digest)).toMatchObject({ failure: { code: "file-changed" }, isStartedAnew: false });
    expect([await installed(), await isThere()]).toEqual(["", false]);
  });

  it("installs it and starts anew, leaves what the user has configured as it is, and takes the file away", async () => {
    await download("1.0");
    await machine.run(["/usr/bin/dpkg", "--install", PACKAGE]);
    await machine.run(["/usr/bin/tee", CONFIGURATION], { stdin: "as the user wants it\n" });
    expect(await update(ALLOWED, await download("2.0"))).toEqual(DONE);
    expect([await installed(), await isThere()]).toEqual(["2.0", false]);
    expect(await machine.run(["/usr/bin/cat", CONFIGURATION])).toBe("as the user wants it\n");
  });

  it("never goes back to an older version, even when its digest was announced", async () => {
    expect(await update(ALLOWED, await download("1.5"))).toMatchObject({ failure: { code: "install-failed" } });
    expect(await installed()).toBe("2.0");
  });
});
