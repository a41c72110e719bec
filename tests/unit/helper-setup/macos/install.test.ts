import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchDaemon } from "../../../../shared/helper-setup/launch-daemon.ts";
import { postinstall, preinstall } from "../../../../shared/helper-setup/mac-scripts.ts";
import { DARWIN_PLACES } from "../../../../shared/helper-setup/places.ts";
import { isRoot, makeFakeMac, makeFolder } from "./fake-mac.ts";
import type { FakeMac } from "./fake-mac.ts";

let mac: FakeMac;
beforeEach(() => {
  mac = makeFakeMac();
});
afterEach(() => mac.remove());

/** As the installer: first the one script, then the files, then the other. */
function install() {
  const first = mac.run(preinstall);
  if (first.status !== 0) return first;
  mac.unpack();
  return mac.run(postinstall);
}

const modeOf = (path: string) => {
  const { uid, gid, mode } = statSync(mac.at(path));
  return `${uid}:${gid} ${(mode & 0o7777).toString(8)}`;
};

describe.skipIf(!isRoot)("installing the helper on a Mac (needs root)", () => {
  it("gives launchd the job of the user at the screen, and says whose it is", () => {
    expect(install()).toEqual({ status: 0, said: "Holdfast: the helper answers the user with the id 501.\n" });
    expect(readFileSync(mac.at(DARWIN_PLACES.daemon), "utf8")).toBe(launchDaemon(501));
    expect(existsSync(mac.signs.job)).toBe(true);
    expect(mac.takeCalls().at(-1)).toBe(`launchctl bootstrap system ${DARWIN_PLACES.daemon}`);
  });

  it("leaves files that only root can change, and a folder through which the user gets to the socket", () => {
    install();
    expect(modeOf(DARWIN_PLACES.daemon)).toBe("0:0 644");
    expect(modeOf(DARWIN_PLACES.stateFolder)).toBe("0:0 755");
    expect(modeOf(DARWIN_PLACES.errors)).toBe("0:0 640");
    expect(existsSync(mac.at(`${DARWIN_PLACES.daemon}.new`))).toBe(false);
  });

  it("tells terminals where holdfast is, by a file that only root can change", () => {
    install();
    expect(readFileSync(mac.at(DARWIN_PLACES.terminalPath), "utf8")).toBe(`${DARWIN_PLACES.commands}\n`);
    expect(modeOf(DARWIN_PLACES.terminalPath)).toBe("0:0 644");
  });

  it("opens the state folder that a helper run by hand made for root alone, and not the journal in it", () => {
    makeFolder(mac.at(DARWIN_PLACES.stateFolder), 0o700);
    makeFolder(mac.at(DARWIN_PLACES.journal), 0o700);
    install();
    expect(modeOf(DARWIN_PLACES.stateFolder)).toBe("0:0 755");
    expect(modeOf(DARWIN_PLACES.journal)).toBe("0:0 700");
  });

  it("keeps the log", () => {
    install();
    writeFileSync(mac.at(DARWIN_PLACES.errors), "a line\n");
    expect(install().status).toBe(0);
    expect(readFileSync(mac.at(DARWIN_PLACES.errors), "utf8")).toBe("a line\n");
  });

  it("can be done again: the old job and its socket go before the new job comes", () => {
    install();
    const before = mac.tree();
    mac.takeCalls();
    expect(install().status).toBe(0);
    expect(mac.tree()).toEqual(before);
    const changes = mac.takeCalls().filter((words) => /launchctl|helper\.sock/.test(words));
    expect(changes).toEqual([
      "launchctl bootout system/app.holdfast.helper",
      "launchctl print system/app.holdfast.helper",
      `rm -f ${DARWIN_PLACES.socket}`,
      `launchctl bootstrap system ${DARWIN_PLACES.daemon}`,
    ]);
  });

  it("waits for a job that takes its time to end", () => {
    install();
    mac.takeCalls();
    writeFileSync(mac.signs.job, "still there\n".repeat(3));
    expect(install().status).toBe(0);
    expect(mac.takeCalls().filter((words) => words === "sleep 1")).toHaveLength(3);
  });

  it("gives up on a job that does not end, and leaves it as it was", () => {
    install();
    const before = mac.tree();
    writeFileSync(mac.signs.job, "still there\n".repeat(1000));
    expect(install()).toMatchObject({ status: 1, said: expect.stringContaining("does not end the helper") });
    expect(mac.tree()).toEqual(before);
  });

  it("takes the next user at the screen for the one who may call", () => {
    install();
    writeFileSync(mac.signs.screen, "70001\n");
    expect(install().status).toBe(0);
    expect(readFileSync(mac.at(DARWIN_PLACES.daemon), "utf8")).toBe(launchDaemon(70_001));
  });

  it("does nothing when electron-builder lets the scripts run a second time, for the app", () => {
    install();
    const before = mac.tree();
    mac.takeCalls();
    const words = ["/Users/ada/Holdfast.pkg", "/Applications/Holdfast.app", "/", "/"];
    expect(mac.run(preinstall, words)).toEqual({ status: 0, said: "" });
    expect(mac.run(postinstall, words)).toEqual({ status: 0, said: "" });
    expect(mac.tree()).toEqual(before);
    expect(mac.takeCalls()).toEqual([]);
  });

  it("leaves no daemon when launchd does not take the job, and says where to look", () => {
    writeFileSync(mac.signs.refused, "");
    expect(install()).toMatchObject({ status: 1, said: expect.stringContaining("Login Items") });
    expect(existsSync(mac.at(DARWIN_PLACES.daemon))).toBe(false);
  });

  it("comes to the same end when it was cut off at any call and is begun again", () => {
    install();
    const [wanted, calls] = [mac.tree(), mac.takeCalls().length];
    expect(calls).toBeGreaterThan(15);
    for (let call = 1; call <= calls; call += 1) {
      mac.remove();
      mac = makeFakeMac();
      writeFileSync(mac.signs.cut, String(call));
      expect(install().status, `cut off at call ${call}`).not.toBe(0);
      rmSync(mac.signs.cut);
      expect(install().status, `again after call ${call}`).toBe(0);
      expect(mac.tree(), `again after call ${call}`).toEqual(wanted);
    }
  });
});
