import { existsSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postinstall, preinstall, uninstall } from "../../../../shared/helper-setup/mac-scripts.ts";
import { DARWIN_PLACES } from "../../../../shared/helper-setup/places.ts";
import { isRoot, makeFakeMac, makeFile } from "./fake-mac.ts";
import type { FakeMac } from "./fake-mac.ts";

let mac: FakeMac;
let untouched: readonly string[];
beforeEach(installed);
afterEach(() => mac.remove());

/** A Mac with the helper, which has worked already. */
function installed(): void {
  mac = makeFakeMac();
  untouched = mac.tree();
  expect(mac.run(preinstall).status).toBe(0);
  mac.unpack();
  expect(mac.run(postinstall).status).toBe(0);
  makeFile(mac.at(`${DARWIN_PLACES.journal}/0123456789abcdef`), "a record\n", 0o600);
  makeFile(mac.at(DARWIN_PLACES.errors), "a line\n", 0o640);
  mac.takeCalls();
}

describe.skipIf(!isRoot)("removing the helper from a Mac (needs root)", () => {
  it("leaves the Mac as it was before", () => {
    expect(mac.run(uninstall, [])).toEqual({ status: 0, said: "" });
    expect(mac.tree()).toEqual(untouched);
    expect(existsSync(mac.signs.job)).toBe(false);
  });

  it("can be done again, also on a Mac that never had the helper", () => {
    mac.run(uninstall, []);
    expect(mac.run(uninstall, [])).toEqual({ status: 0, said: "" });
    expect(mac.tree()).toEqual(untouched);
  });

  it("can be followed by an installation, three times over", () => {
    for (let time = 0; time < 3; time += 1) {
      expect(mac.run(uninstall, []).status).toBe(0);
      expect(mac.tree()).toEqual(untouched);
      mac.unpack();
      expect(mac.run(postinstall).status).toBe(0);
    }
  });

  it("takes away what starts the program before the program", () => {
    mac.run(uninstall, []);
    expect(mac.takeCalls()).toEqual([
      "id -u",
      `rm -f ${DARWIN_PLACES.daemon} ${DARWIN_PLACES.daemon}.new`,
      "launchctl bootout system/app.holdfast.helper",
      "launchctl print system/app.holdfast.helper",
      `rm -f ${DARWIN_PLACES.socket} ${DARWIN_PLACES.terminalPath}`,
      `rm -rf ${DARWIN_PLACES.folder}`,
      `rm -rf ${DARWIN_PLACES.stateFolder}`,
      "pkgutil --forget app.holdfast.helper",
    ]);
  });

  it("never leaves a daemon without its program, wherever it is cut off, and is finished by doing it again", () => {
    mac.run(uninstall, []);
    const calls = mac.takeCalls().length;
    for (let call = 1; call <= calls; call += 1) {
      mac.remove();
      installed();
      writeFileSync(mac.signs.cut, String(call));
      expect(mac.run(uninstall, []).status, `cut off at call ${call}`).not.toBe(0);
      const dangling = existsSync(mac.at(DARWIN_PLACES.daemon)) && !existsSync(mac.at(DARWIN_PLACES.node));
      expect(dangling, `cut off at call ${call}`).toBe(false);
      rmSync(mac.signs.cut);
      expect(mac.run(uninstall, []).status, `again after call ${call}`).toBe(0);
      expect(mac.tree(), `again after call ${call}`).toEqual(untouched);
    }
  });

  it("waits until launchd has forgotten the job before the program goes", () => {
    writeFileSync(mac.signs.job, "still there\n".repeat(2));
    expect(mac.run(uninstall, []).status).toBe(0);
    const words = mac.takeCalls();
    expect(words.filter((call) => call === "sleep 1")).toHaveLength(2);
    expect(words.lastIndexOf("sleep 1")).toBeLessThan(words.indexOf(`rm -rf ${DARWIN_PLACES.folder}`));
    expect(mac.tree()).toEqual(untouched);
  });

  it("keeps the program of a job that does not end, but lets it not come back with the next start of the Mac", () => {
    writeFileSync(mac.signs.job, "still there\n".repeat(1000));
    expect(mac.run(uninstall, [])).toEqual({ status: 1, said: expect.stringContaining("Restart this Mac") });
    expect(existsSync(mac.at(DARWIN_PLACES.node))).toBe(true);
    expect(existsSync(mac.at(DARWIN_PLACES.daemon))).toBe(false);
  });

  it("is refused to anybody but root", () => {
    const before = mac.tree();
    makeFile(mac.at("/id"), "#!/bin/sh\necho 501\n", 0o755);
    const asUser = mac.run(({ root, tools }) => uninstall({ root, tools: { ...tools, id: mac.at("/id") } }), []);
    rmSync(mac.at("/id"));
    expect(asUser).toEqual({ status: 1, said: "Holdfast: Only root can remove the helper: sudo.\n" });
    expect(mac.tree()).toEqual(before);
  });
});
