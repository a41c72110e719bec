import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { linuxUnreported } from "../../../electron/observe/linux-unreported.ts";

let folder: string;
const inFolder = (...names: string[]) => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-unreported-"));
  mkdirSync(inFolder("state"));
  writeFileSync(inFolder("resolv.conf"), "nameserver 198.51.100.1\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const watched = () =>
  linuxUnreported({
    files: [inFolder("resolv.conf"), inFolder("hosts")],
    folders: [inFolder("state"), inFolder("none")],
    process: "/proc/self",
  });

describe.skipIf(process.platform !== "linux")("what changes without a report", () => {
  it("is nothing as long as nothing changes", () => {
    const hasChanged = watched();
    expect([hasChanged(), hasChanged()]).toEqual([false, false]);
  });

  it("is a file that was written, or that came, told once", () => {
    const hasChanged = watched();
    appendFileSync(inFolder("resolv.conf"), "nameserver 198.51.100.2\n");
    expect([hasChanged(), hasChanged()]).toEqual([true, false]);
    writeFileSync(inFolder("hosts"), "");
    expect([hasChanged(), hasChanged()]).toEqual([true, false]);
  });

  it("is what comes into a folder, and what leaves it", () => {
    const hasChanged = watched();
    writeFileSync(inFolder("state", "resolv.conf-backup.7"), "");
    expect(hasChanged()).toBe(true);
    rmSync(inFolder("state", "resolv.conf-backup.7"));
    expect([hasChanged(), hasChanged()]).toEqual([true, false]);
  });

  it("is a VPN client that starts, and one that ends, and no other program", async () => {
    const hasChanged = watched();
    // A program of this name that waits until its input ends.
    copyFileSync("/usr/bin/cat", inFolder("openconnect"));
    const other = spawn("/usr/bin/cat", { stdio: ["pipe", "ignore", "ignore"] });
    await once(other, "spawn");
    expect(hasChanged()).toBe(false);
    const client = spawn(inFolder("openconnect"), { stdio: ["pipe", "ignore", "ignore"] });
    await once(client, "spawn");
    expect(hasChanged()).toBe(true);
    expect(hasChanged()).toBe(false);
    const ended = [once(client, "close"), once(other, "close")];
    client.stdin.end();
    other.stdin.end();
    await Promise.all(ended);
    expect(hasChanged()).toBe(true);
  });
});
