import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Settings } from "electron";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLoginStart } from "../../../../electron/main/settings/login-start.ts";
import type { LoginMachine } from "../../../../electron/main/settings/login-start-command.ts";
import { readDesktopEntry, wordsOf } from "../../../support/desktop-entry-reader.ts";

let folder = "";
let problems: string[] = [];
const inFolder = (...parts: string[]) => join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast login "));
  problems = [];
  for (const program of ["holdfast", "electron", "Holdfast.AppImage"]) putProgram(program);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function putProgram(name: string): string {
  writeFileSync(inFolder(name), "", { mode: 0o755 });
  return inFolder(name);
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const ownEntry = () => inFolder("home", ".config", "autostart", "holdfast.desktop");
const systemEntry = () => inFolder("etc", "autostart", "holdfast.desktop");

/** The installed app on a Linux machine that is all inside the folder. */
function onLinux({ packaged = true, icon = inFolder("icon.png"), ...machine }: Setup = {}) {
  const app = {
    isPackaged: packaged,
    getAppPath: () => inFolder("app of mine"),
    getLoginItemSettings: () => expect.unreachable(),
    setLoginItemSettings: () => expect.unreachable(),
  };
  return openLoginStart(
    { app, icon, onUnreadable: (reason) => problems.push(reason) },
    {
      platform: "linux",
      environment: { XDG_CONFIG_DIRS: inFolder("etc") },
      home: inFolder("home"),
      program: inFolder("holdfast"),
      ...machine,
    },
  );
}

type Setup = Partial<LoginMachine> & { readonly packaged?: boolean; readonly icon?: string };

const entryAt = (path: string) => readDesktopEntry(readFileSync(path, "utf8"));
const commandAt = (path: string) => wordsOf(entryAt(path).get("Exec") ?? "");

describe("starting at login on Linux", () => {
  it("is off at first, and leaves nothing behind when it was on", () => {
    const login = onLinux();
    expect(login.isOn()).toBe(false);
    login.set(true);
    expect(login.isOn()).toBe(true);
    login.set(false);
    expect(login.isOn()).toBe(false);
    expect(readdirSync(dirname(ownEntry()))).toEqual([]);
  });

  it("is an entry with all that the specification asks for", () => {
    writeFileSync(inFolder("icon.png"), "");
    onLinux().set(true);
    expect(Object.fromEntries(entryAt(ownEntry()))).toEqual({
      Type: "Application",
      Name: "Holdfast",
      Comment: "Keeps your VPN usable when the network changes",
      "Comment[zh_CN]": "网络切换后，VPN 仍然可用",
      Exec: `"${inFolder("holdfast")}"`,
      TryExec: inFolder("holdfast"),
      Icon: inFolder("icon.png"),
      Terminal: "false",
      Hidden: "false",
      "X-GNOME-Autostart-enabled": "true",
      "X-Holdfast": "true",
    });
  });

  it("names no picture that is not there, or that only Electron sees in the app's archive", () => {
    onLinux().set(true);
    expect(entryAt(ownEntry()).has("Icon")).toBe(false);
    put(inFolder("app.asar", "icon.png"), "");
    onLinux({ icon: inFolder("app.asar", "icon.png") }).set(true);
    expect(entryAt(ownEntry()).has("Icon")).toBe(false);
  });

  it("is readable for all, in a folder of the user's own, whatever the mask", () => {
    const mask = process.umask(0o077);
    try {
      onLinux().set(true);
    } finally {
      process.umask(mask);
    }
    expect(statSync(ownEntry()).mode & 0o777).toBe(0o644);
    expect(statSync(dirname(ownEntry())).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(ownEntry()))).toEqual(["holdfast.desktop"]);
  });

  it("keeps the mode of a folder that is there", () => {
    mkdirSync(dirname(ownEntry()), { recursive: true });
    chmodSync(dirname(ownEntry()), 0o755);
    onLinux().set(true);
    expect(statSync(dirname(ownEntry())).mode & 0o777).toBe(0o755);
  });

  it.each([
    ["config", true],
    ["relative", false],
  ])("follows XDG_CONFIG_HOME when it is absolute (%s)", (name, absolute) => {
    const XDG_CONFIG_HOME = absolute ? inFolder(name) : name;
    onLinux({ environment: { XDG_CONFIG_HOME, XDG_CONFIG_DIRS: inFolder("etc") } }).set(true);
    expect(existsSync(inFolder(name, "autostart", "holdfast.desktop"))).toBe(absolute);
    expect(existsSync(ownEntry())).toBe(!absolute);
  });
});

describe("what is started at login", () => {
  it("is Electron with the app when it is not installed", () => {
    onLinux({ packaged: false, program: inFolder("electron") }).set(true);
    expect(commandAt(ownEntry())).toEqual([inFolder("electron"), inFolder("app of mine")]);
  });

  it("is the AppImage that the app runs from", () => {
    const environment = { APPIMAGE: inFolder("Holdfast.AppImage"), APPDIR: "/tmp/.mount_Holdfa" };
    const login = onLinux({ environment, program: "/tmp/.mount_Holdfa/holdfast" });
    login.set(true);
    expect(commandAt(ownEntry())).toEqual([inFolder("Holdfast.AppImage")]);
    expect(login.isOn()).toBe(true);
  });

  it("is not the AppImage of the terminal that the app was started from", () => {
    onLinux({ environment: { APPIMAGE: "/opt/Terminal.AppImage", APPDIR: "/tmp/.mount_Termin" } }).set(true);
    expect(commandAt(ownEntry())).toEqual([inFolder("holdfast")]);
  });

  it("is off when its program is gone, and comes up to date when it is turned on again", () => {
    onLinux().set(true);
    rmSync(inFolder("holdfast"));
    const login = onLinux({ program: putProgram("holdfast 2") });
    expect(login.isOn()).toBe(false);
    login.set(true);
    expect(commandAt(ownEntry())).toEqual([inFolder("holdfast 2")]);
    expect(login.isOn()).toBe(true);
  });

  it.each(["hold=fast", "hold%fast"])("cannot be a program that an entry cannot name: %s", (name) => {
    const login = onLinux({ program: putProgram(name) });
    expect(login.isOn()).toBeNull();
    expect(() => login.set(true)).toThrow("nothing here decides what starts at login");
  });
});

describe("an entry that the distribution brought", () => {
  const installed = "[Desktop Entry]\nType=Application\nName=Holdfast\nExec=/usr/bin/holdfast\n";

  it("is turned off by one of the user's, and on again by taking that away", () => {
    put(systemEntry(), installed);
    const login = onLinux();
    expect(login.isOn()).toBe(true);
    login.set(false);
    expect(login.isOn()).toBe(false);
    expect(entryAt(ownEntry()).get("Hidden")).toBe("true");
    login.set(true);
    expect(login.isOn()).toBe(true);
    expect(existsSync(ownEntry())).toBe(false);
    expect(readFileSync(systemEntry(), "utf8")).toBe(installed);
  });

  it("is left alone when it says already what is wanted", () => {
    put(systemEntry(), installed);
    onLinux().set(true);
    expect(existsSync(inFolder("home"))).toBe(false);
  });

  it("counts in the first of the system's folders only", () => {
    put(inFolder("first", "autostart", "holdfast.desktop"), `${installed}Hidden=true\n`);
    put(systemEntry(), installed);
    const folders = `relative:${inFolder("first")}:${inFolder("etc")}`;
    expect(onLinux({ environment: { XDG_CONFIG_DIRS: folders } }).isOn()).toBe(false);
  });
});

describe("an entry that the user has changed", () => {
  it("keeps what was added, and is off without being removed", () => {
    const login = onLinux();
    login.set(true);
    writeFileSync(ownEntry(), `${readFileSync(ownEntry(), "utf8")}X-GNOME-Autostart-Delay=20\n`);
    login.set(false);
    expect(login.isOn()).toBe(false);
    expect(entryAt(ownEntry()).get("X-GNOME-Autostart-Delay")).toBe("20");
    login.set(true);
    expect(login.isOn()).toBe(true);
    expect(entryAt(ownEntry()).get("X-GNOME-Autostart-Delay")).toBe("20");
    expect(entryAt(ownEntry()).get("Hidden")).toBe("false");
  });

  it("keeps what was added when its program is another by now", () => {
    onLinux().set(true);
    writeFileSync(ownEntry(), `${readFileSync(ownEntry(), "utf8")}X-GNOME-Autostart-Delay=20\n`);
    onLinux({ program: putProgram("holdfast 2") }).set(true);
    expect(commandAt(ownEntry())).toEqual([inFolder("holdfast 2")]);
    expect(entryAt(ownEntry()).get("X-GNOME-Autostart-Delay")).toBe("20");
  });

  it("keeps its command when it is not marked as ours", () => {
    const own = `[Desktop Entry]\nType=Application\nName=My VPN watcher\nExec=env LANG=zh_CN.UTF-8 holdfast\n`;
    put(ownEntry(), own);
    const login = onLinux();
    expect(login.isOn()).toBe(true);
    login.set(false);
    expect(readFileSync(ownEntry(), "utf8")).toBe(`${own}Hidden=true\nX-GNOME-Autostart-enabled=false\n`);
    login.set(true);
    expect(readFileSync(ownEntry(), "utf8")).toBe(`${own}Hidden=false\nX-GNOME-Autostart-enabled=true\n`);
  });

  it.each(["Hidden=true", "X-GNOME-Autostart-enabled=false"])("is off when a desktop has set %s", (line) => {
    const login = onLinux();
    login.set(true);
    const [key = ""] = line.split("=");
    writeFileSync(ownEntry(), readFileSync(ownEntry(), "utf8").replace(new RegExp(`^${key}=.*$`, "m"), line));
    expect(login.isOn()).toBe(false);
    login.set(true);
    expect(login.isOn()).toBe(true);
  });

  it.each(["", "no entry at all\n", "[Desktop Entry]\nType=Application\nName=Holdfast\nTryExec=/gone\nExec=/gone\n"])(
    "gives way when it can start nothing: %j",
    (text) => {
      put(ownEntry(), text);
      const login = onLinux();
      expect(login.isOn()).toBe(false);
      login.set(true);
      expect(login.isOn()).toBe(true);
      expect(commandAt(ownEntry())).toEqual([inFolder("holdfast")]);
    },
  );

  it("makes room, when it is no entry, for one that is turned off", () => {
    put(systemEntry(), "[Desktop Entry]\nType=Application\nName=Holdfast\nExec=holdfast\n");
    put(ownEntry(), "");
    onLinux().set(false);
    expect(entryAt(ownEntry()).get("Hidden")).toBe("true");
  });

  it("may be a link, and what it leads to stays as it is", () => {
    put(
      inFolder("applications", "holdfast.desktop"),
      "[Desktop Entry]\nType=Application\nName=Holdfast\nExec=holdfast\n",
    );
    const before = readFileSync(inFolder("applications", "holdfast.desktop"), "utf8");
    mkdirSync(dirname(ownEntry()), { recursive: true });
    symlinkSync(inFolder("applications", "holdfast.desktop"), ownEntry());
    const login = onLinux();
    expect(login.isOn()).toBe(true);
    login.set(false);
    expect(login.isOn()).toBe(false);
    expect(readFileSync(inFolder("applications", "holdfast.desktop"), "utf8")).toBe(before);
  });

  it("is not judged, nor lost, when it cannot be read", () => {
    mkdirSync(ownEntry(), { recursive: true });
    const login = onLinux();
    expect(login.isOn()).toBeNull();
    expect(problems).toEqual([expect.stringContaining("EISDIR")]);
    expect(() => login.set(true)).toThrow("EISDIR");
    expect(readdirSync(dirname(ownEntry()))).toEqual(["holdfast.desktop"]);
  });
});

describe("starting at login on macOS", () => {
  let asked: Settings[] = [];
  beforeEach(() => (asked = []));

  /** An app whose login item a user may have forbidden, as macOS lets him (SMAppService). */
  function onMac({ packaged = true, forbidden = false }) {
    const item = { openAtLogin: false };
    const app = {
      isPackaged: packaged,
      getAppPath: () => "/Applications/Holdfast.app/Contents/Resources/app.asar",
      getLoginItemSettings: () => ({
        ...item,
        wasOpenedAtLogin: false,
        status: forbidden
          ? ("requires-approval" as const)
          : item.openAtLogin
            ? ("enabled" as const)
            : ("not-found" as const),
        executableWillLaunchAtLogin: false,
        launchItems: [],
        openAsHidden: false,
        wasOpenedAsHidden: false,
        restoreState: false,
      }),
      setLoginItemSettings: (settings: Settings) => {
        asked.push(settings);
        item.openAtLogin = settings.openAtLogin === true && !forbidden;
      },
    };
    const program = "/Applications/Holdfast.app/Contents/MacOS/Holdfast";
    const machine = { platform: "darwin", environment: {}, home: inFolder("home"), program } as const;
    return openLoginStart({ app, icon: "/icon.png", onUnreadable: (reason) => problems.push(reason) }, machine);
  }

  it("is the login item of the app itself", () => {
    const login = onMac({});
    expect(login.isOn()).toBe(false);
    login.set(true);
    expect(login.isOn()).toBe(true);
    login.set(false);
    expect(login.isOn()).toBe(false);
    // Another type would be a program inside the bundle, and there is none.
    expect(asked).toEqual([{ openAtLogin: true }, { openAtLogin: false }]);
  });

  it("is said to be forbidden where only the settings of macOS can allow it", () => {
    const login = onMac({ forbidden: true });
    login.set(true);
    expect(login.isOn()).toBe("forbidden");
  });

  it("cannot be set for a run from source, which would start a bare Electron", () => {
    expect(onMac({ packaged: false }).isOn()).toBeNull();
  });
});
