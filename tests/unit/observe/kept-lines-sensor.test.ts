import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderSensor, keepingLines, linesSensor } from "../../../electron/observe/kept-lines-sensor.ts";
import { isLeaseLine } from "../../../shared/capture/dhcp-leases.ts";
import { isDeviceLine } from "../../../shared/capture/nmcli.ts";
import { isMarkedLine } from "../../../shared/capture/script-marks.ts";

const MARK = "10.20.0.5 wiki\t\t# vpn-slice-utun6 AUTOCREATED";

describe("what is read of the system's files", () => {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "hf-kept-"));
    await mkdir(join(root, "etc/leases/subfolder"), { recursive: true });
    await writeFile(join(root, "etc/hosts"), `127.0.0.1 localhost\n192.168.1.9 secret-nas\n${MARK}\n`);
    await writeFile(join(root, "etc/leases/2"), "ADDRESS=192.168.1.23\nHOSTNAME=laptop\nROUTER=192.168.1.1\n");
    await writeFile(join(root, "etc/leases/notes.txt"), "ROUTER=10.0.0.1\n");
  });
  afterAll(() => rm(root, { recursive: true }));

  it("is a file's lines that count, named by the file itself", async () => {
    expect(await linesSensor("hosts.txt", "/etc/hosts", isMarkedLine, root)(undefined)).toEqual([
      { name: "hosts.txt", source: "file:/etc/hosts", content: { read: true, text: `${MARK}\n` } },
    ]);
  });

  it("is nothing of a file that does not exist, and the reason of one that cannot be read", async () => {
    expect(await linesSensor("pf.conf", "/etc/pf.conf", isMarkedLine, root)(undefined)).toEqual([]);
    const [folder] = await linesSensor("hosts.txt", "/etc/leases", isMarkedLine, root)(undefined);
    expect(folder?.content).toEqual({
      read: false,
      reason: { code: "unreadable", args: { line: 0, detail: "EISDIR" } },
    });
  });

  it("is the files of a folder whose names count, and of them the lines that do", async () => {
    const leases = folderSensor({ folder: "/etc/leases", names: /^\d+$/, prefix: "lease", keeps: isLeaseLine, root });
    expect(await leases(undefined)).toEqual([
      {
        name: "lease-1.txt",
        source: "file:/etc/leases/2",
        content: { read: true, text: "ADDRESS=192.168.1.23\nROUTER=192.168.1.1\n" },
      },
    ]);
    expect(
      await folderSensor({ folder: "/etc/none", names: /./, prefix: "x", keeps: () => true, root })(undefined),
    ).toEqual([]);
  });

  it("is the end of a file that has grown long, where the newest lines are", async () => {
    await writeFile(join(root, "etc/hosts-long"), `${"0.0.0.0 advertisement.example\n".repeat(20_000)}${MARK}\n`);
    const [file] = await linesSensor("hosts.txt", "/etc/hosts-long", isMarkedLine, root)(undefined);
    expect(file?.content).toEqual({ read: true, text: `${MARK}\n` });
  });

  it("is of NetworkManager's devices their leases, without the names that DHCP gave", async () => {
    const text =
      "GENERAL.DEVICE:wlan0\nDHCP4.OPTION[1]:domain_name = example.edu\nDHCP4.OPTION[2]:ip_address = 10.0.0.2\nDHCP4.OPTION[3]:routers = 10.0.0.1\n";
    const devices = async () => [{ name: "d", source: "nmcli", content: { read: true as const, text } }];
    const [file] = await keepingLines(devices, isDeviceLine)(undefined);
    expect(file?.content.read === true && file.content.text).not.toContain("example.edu");
    expect(file?.content.read === true && file.content.text.split("\n")).toHaveLength(4);
  });
});
