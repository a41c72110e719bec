import { describe, expect, it } from "vitest";
import { readCommandLine } from "../../../../electron/helper/command-line.ts";
import { POLICY_FILE, SYSTEM_USER_FILE, unitFiles, userFiles } from "../../../../shared/helper-setup/linux-files.ts";
import { linuxUnits, userDropIns } from "../../../../shared/helper-setup/linux-units.ts";
import { LINUX_PLACES } from "../../../../shared/helper-setup/places.ts";

const units = linuxUnits();
const valuesOf = (unit: string, key: string) =>
  (units.get(unit) ?? "")
    .split("\n")
    .filter((line) => line.startsWith(`${key}=`))
    .map((line) => line.slice(key.length + 1));

describe.each([
  ["holdfast-helper.socket", LINUX_PLACES.routesSocket, "8"],
  ["holdfast-keep-alive.socket", LINUX_PLACES.keepAliveSocket, "4"],
])("%s", (unit, path, connections) => {
  it.each([
    ["ListenStream", path],
    ["Accept", "yes"],
    ["SocketMode", "0600"],
    ["SocketUser", "root"],
    ["SocketGroup", "root"],
    ["DirectoryMode", "0755"],
    ["MaxConnections", connections],
    ["MaxConnectionsPerSource", "4"],
    ["TriggerLimitIntervalSec", "0"],
    ["RemoveOnStop", "yes"],
    ["WantedBy", "sockets.target"],
  ])("has %s=%s", (key, value) => {
    expect(valuesOf(unit, key)).toEqual([value]);
  });
});

describe.each([
  ["holdfast-helper@.service", "routes", LINUX_PLACES.journal],
  ["holdfast-keep-alive@.service", "keep-alive", LINUX_PLACES.rootJournal],
])("%s", (unit, door, journal) => {
  it("starts the installed program by absolute paths, for one user and one door", () => {
    const [command = ""] = valuesOf(unit, "ExecStart");
    const words = command.split(" ");
    const bundle = words.indexOf(LINUX_PLACES.bundle);
    expect(words[0]).toBe(LINUX_PLACES.node);
    expect(readCommandLine(filledIn(words.slice(bundle + 1), "1000"))).toEqual({
      mode: "socket",
      door,
      allowed: 1000,
      peer: "%i",
    });
    // systemd.service(5): a variable that nobody set is nothing.
    expect(readCommandLine(filledIn(words.slice(bundle + 1), ""))).toBeNull();
    expect(words.slice(1, bundle)).toEqual(
      expect.arrayContaining(["--jitless", "--disable-sigusr1", "--permission", `--allow-fs-write=${journal}/*`]),
    );
  });

  it("can get no rights that it has not got, and start nothing but the tools that it needs", () => {
    expect(valuesOf(unit, "NoNewPrivileges")).toEqual(["yes"]);
    expect(valuesOf(unit, "NoExecPaths")).toEqual(["/"]);
    const [paths = ""] = valuesOf(unit, "ExecPaths");
    expect(paths).not.toMatch(/\/(?:sh|bash|dash|node|python3?|perl|env)(?: |$)/);
    expect(valuesOf(unit, "RestrictAddressFamilies")).toEqual(["AF_NETLINK AF_UNIX"]);
  });
});

/** As systemd starts it when the variable has this value. */
const filledIn = (words: readonly string[], user: string) =>
  words.map((word) => word.replace(`\${HOLDFAST_USER}`, user));

describe("the drop-ins", () => {
  it("name the one user to every unit, and change nothing else", () => {
    const socket = "[Socket]\nSocketUser=1000\n";
    const service = "[Service]\nEnvironment=HOLDFAST_USER=1000\n";
    expect([...userDropIns(1000)]).toEqual(
      [...units.keys()].map((unit) => [unit, unit.endsWith(".socket") ? socket : service]),
    );
  });
});

describe("the rights of the services", () => {
  it("are to change routes, for a user who has no others", () => {
    const unit = "holdfast-helper@.service";
    expect(valuesOf(unit, "CapabilityBoundingSet")).toEqual(["CAP_NET_ADMIN"]);
    expect(valuesOf(unit, "AmbientCapabilities")).toEqual(["CAP_NET_ADMIN"]);
    expect(valuesOf(unit, "User")).toEqual(["holdfast-helper"]);
    expect(valuesOf(unit, "RuntimeMaxSec")).toEqual(["45"]);
  });

  it("are those and to look at root's client, for the one that signals it", () => {
    const unit = "holdfast-keep-alive@.service";
    expect(valuesOf(unit, "CapabilityBoundingSet")).toEqual(["CAP_NET_ADMIN CAP_SYS_PTRACE"]);
    expect(valuesOf(unit, "User")).toEqual([]);
    expect(valuesOf(unit, "RuntimeMaxSec")).toEqual([]);
    // To trace another process is in the group @debug.
    expect(valuesOf(unit, "SystemCallFilter").at(-1)).toContain("@debug");
  });
});

describe("what else is installed", () => {
  it("lies where only root can write", () => {
    for (const { path } of [...unitFiles(), ...userFiles(1000), SYSTEM_USER_FILE, POLICY_FILE])
      expect(path).toMatch(/^\/(?:etc|usr)\//);
  });

  it("is a policy that asks for an administrator's password every time, of a user at the machine alone (R16)", () => {
    const { content } = POLICY_FILE;
    const answers = [...content.matchAll(/<(allow_\w+)>(\w+)</g)].map(([, when, answer]) => `${when} ${answer}`);
    expect(answers).toEqual(["allow_any no", "allow_inactive no", "allow_active auth_admin"]);
    expect(content).toContain(`exec.path">${LINUX_PLACES.bundle}<`);
    expect(content).not.toMatch(/auth_admin_keep|auth_self|>yes</);
  });

  it("is a user without a password, a home and a shell", () => {
    expect(SYSTEM_USER_FILE.content).toBe('u holdfast-helper - "Holdfast\'s helper for routes"\n');
  });
});
