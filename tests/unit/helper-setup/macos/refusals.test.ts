import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, lchownSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postinstall, preinstall } from "../../../../shared/helper-setup/mac-scripts.ts";
import { DARWIN_PLACES } from "../../../../shared/helper-setup/places.ts";
import { isRoot, makeFakeMac, makeFile, makeFolder } from "./fake-mac.ts";
import type { FakeMac } from "./fake-mac.ts";

const APP = "/Applications/Holdfast.app";
const STRANGER = 502;

let mac: FakeMac;
beforeEach(() => {
  mac = makeFakeMac();
  mac.unpack();
  makeFolder(mac.at(DARWIN_PLACES.stateFolder), 0o755);
});
afterEach(() => mac.remove());

/** Neither script does anything but say so. */
function check(sentence: string, scripts = [preinstall, postinstall]): void {
  const before = mac.tree();
  for (const script of scripts) {
    const { status, said } = mac.run(script);
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining(sentence) });
    expect(said.trim().split("\n")).toHaveLength(1);
  }
  expect(mac.tree()).toEqual(before);
  expect(mac.takeCalls().filter((words) => !/^(find|stat) /.test(words))).toEqual([]);
}

const guarded = [
  "/",
  "/Library",
  "/Library/Application Support",
  "/Library/LaunchDaemons",
  "/Library/PrivilegedHelperTools",
  "/private",
  "/private/etc",
  "/private/etc/paths.d",
  DARWIN_PLACES.folder,
  DARWIN_PLACES.stateFolder,
];

describe.skipIf(!isRoot)("a folder that decides what root runs (needs root)", () => {
  it.each(guarded)("%s is refused when its group may write to it", (path) => {
    chmodSync(mac.at(path), 0o775);
    check(`Holdfast: ${path} must be a folder that only root can change.`);
  });

  it.each(guarded)("%s is refused when everybody may write to it, also with the sticky bit", (path) => {
    chmodSync(mac.at(path), 0o1757);
    check("must be a folder that only root can change");
  });

  it.each(guarded)("%s is refused when it belongs to somebody else, also to the user", (path) => {
    chownSync(mac.at(path), 501, 0);
    check("must be a folder that only root can change");
  });

  it.each([DARWIN_PLACES.folder, DARWIN_PLACES.stateFolder])(
    "%s is refused when it is a link, also to a folder of root's",
    (path) => {
      rmSync(mac.at(path), { recursive: true });
      makeFolder(mac.at("/of root"), 0o755);
      symlinkSync(mac.at("/of root"), mac.at(path));
      check("must be a folder that only root can change");
    },
  );

  it.each([DARWIN_PLACES.folder, DARWIN_PLACES.stateFolder])("%s is refused when it is no folder", (path) => {
    rmSync(mac.at(path), { recursive: true });
    makeFile(mac.at(path), "", 0o600);
    check("must be a folder that only root can change");
  });

  it.each([DARWIN_PLACES.folder, DARWIN_PLACES.stateFolder])("%s is refused when it is a link to nothing", (path) => {
    rmSync(mac.at(path), { recursive: true });
    symlinkSync("/nowhere", mac.at(path));
    check("must be a folder that only root can change");
  });
});

describe.skipIf(!isRoot)("what the package brought (needs root)", () => {
  it.each([DARWIN_PLACES.node, DARWIN_PLACES.bundle])("is refused when others may write to %s", (path) => {
    chmodSync(mac.at(path), 0o775);
    check(`Not root's alone: ${path}`, [postinstall]);
  });

  it("is refused when some of it belongs to somebody else", () => {
    makeFile(mac.at(`${DARWIN_PLACES.folder}/below/a file`), "", 0o644);
    chownSync(mac.at(`${DARWIN_PLACES.folder}/below/a file`), STRANGER, 0);
    check(`Not root's alone: ${DARWIN_PLACES.folder}/below/a file`, [postinstall]);
  });

  it("is refused when a link is in it, also one of root's", () => {
    rmSync(mac.at(DARWIN_PLACES.bundle));
    symlinkSync("/Users/ada/helper.cjs", mac.at(DARWIN_PLACES.bundle));
    check(`Not root's alone: ${DARWIN_PLACES.bundle}`, [postinstall]);
  });

  it("is refused when anything but files and folders is in it", () => {
    execFileSync("/usr/bin/mkfifo", ["-m", "0600", mac.at(`${DARWIN_PLACES.folder}/pipe`)]);
    check(`Not root's alone: ${DARWIN_PLACES.folder}/pipe`, [postinstall]);
  });

  it.each([DARWIN_PLACES.node, DARWIN_PLACES.bundle])("is refused when %s is missing", (path) => {
    rmSync(mac.at(path));
    check("The package brought no", [postinstall]);
  });
});

describe.skipIf(!isRoot)("the app (needs root)", () => {
  it("is refused when another bundle has its place", () => {
    makeFolder(mac.at("/Applications/Holdfast.localized"), 0o755);
    check("/Applications/Holdfast.localized");
  });

  it("is refused when its group may write to it", () => {
    makeFolder(mac.at(APP), 0o775);
    check(`${APP} can be changed by somebody else`);
  });

  it("is refused when it belongs to another user", () => {
    makeFolder(mac.at(APP), 0o755);
    chownSync(mac.at(APP), STRANGER, 80);
    check(`${APP} can be changed by somebody else`);
  });

  it("is refused when it is a link", () => {
    symlinkSync("/Users/eve/Holdfast.app", mac.at(APP));
    lchownSync(mac.at(APP), 501, 80);
    check(`${APP} can be changed by somebody else`);
  });

  it.each([0, 501])("may belong to %i, in a folder of the administrators", (uid) => {
    makeFolder(mac.at(APP), 0o755);
    chownSync(mac.at(APP), uid, 80);
    expect([mac.run(preinstall).status, mac.run(postinstall).status]).toEqual([0, 0]);
  });
});

describe.skipIf(!isRoot)("the user at the screen (needs root)", () => {
  it.each(["0\n", "248\n"])("is nobody while macOS says %j", (text) => {
    writeFileSync(mac.signs.screen, text);
    check("Nobody is logged in at the screen");
  });

  it.each(["", "\n", "root\n", "-2\n", "501/g;w /etc/x\n", "501 502\n", "501\n502\n", "0x1f5\n"])(
    "is unknown when macOS says %j",
    (text) => {
      writeFileSync(mac.signs.screen, text);
      check("macOS does not say who is logged in");
    },
  );
});

describe.skipIf(!isRoot)("another volume than the one of the start (needs root)", () => {
  it("is refused", () => {
    const words = ["/Users/ada/Holdfast.pkg", "/Volumes/Other disk", "/Volumes/Other disk", "/"];
    for (const script of [preinstall, postinstall]) {
      expect(mac.run(script, words)).toEqual({ status: 1, said: expect.stringContaining("volume") });
    }
    expect(mac.takeCalls()).toEqual([]);
  });
});
