import { describe, expect, it } from "vitest";
import { passwordCommand, setupWay } from "../../../../electron/main/helper-setup/setup-way.ts";

const TOOLS = { pkexec: "/usr/bin/pkexec", node: "/usr/bin/node", cli: "/opt/holdfast/out/cli/holdfast.js" };
const IN_A_TERMINAL = {
  way: "terminal",
  install: "sudo npx holdfast helper install",
  uninstall: "sudo npx holdfast helper uninstall",
};

describe("the way to set the helper up", () => {
  it("is a password on Linux, where there is all that takes", () => {
    expect(setupWay({ platform: "linux", tools: TOOLS, installer: null }, ["npx", "holdfast"])).toEqual({
      way: "password",
    });
  });

  it.each(["pkexec", "node"] as const)("is a terminal on Linux without %s", (missing) => {
    const tools = { ...TOOLS, [missing]: null };
    expect(setupWay({ platform: "linux", tools, installer: null }, ["npx", "holdfast"])).toEqual(IN_A_TERMINAL);
  });

  it("names the commands as they are typed where the app was installed", () => {
    const way = setupWay({ platform: "linux", tools: { ...TOOLS, pkexec: null }, installer: null }, ["holdfast"]);
    expect(way).toMatchObject({ install: "sudo holdfast helper install" });
  });

  it("is a package on Linux where the app brings no program that root could run", () => {
    const found = { platform: "linux", tools: { ...TOOLS, cli: null }, installer: null } as const;
    expect(setupWay(found, ["holdfast"])).toEqual({ way: "package" });
  });

  it("is the package on macOS where the app brings none, whatever else is there", () => {
    expect(setupWay({ platform: "darwin", tools: TOOLS, installer: null }, ["npx", "holdfast"])).toEqual({
      way: "package",
    });
  });

  it("is the installer of macOS where the app brings the package, which removes itself by its own script", () => {
    const found = { platform: "darwin", tools: TOOLS, installer: "/Applications/Holdfast.app/helper.pkg" } as const;
    expect(setupWay(found, ["holdfast"])).toEqual({
      way: "installer",
      uninstall: "sudo /Library/PrivilegedHelperTools/app.holdfast.helper/uninstall",
    });
  });
});

describe("the command behind the password", () => {
  it("is a vector of absolute paths and fixed words, and names the user by number", () => {
    const [pkexec, ...words] = passwordCommand(TOOLS, "install", 1000);
    expect(pkexec).toBe("/usr/bin/pkexec");
    expect(words).toEqual([
      "--disable-internal-agent",
      "/usr/bin/node",
      "/opt/holdfast/out/cli/holdfast.js",
      ...["helper", "install", "--user", "1000", "--json"],
    ]);
  });

  it("names nobody to uninstall", () => {
    expect(passwordCommand(TOOLS, "uninstall", 1000).slice(-3)).toEqual(["helper", "uninstall", "--json"]);
  });
});
