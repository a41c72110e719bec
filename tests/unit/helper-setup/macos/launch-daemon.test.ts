import { describe, expect, it } from "vitest";
import { launchDaemon, launchDaemonTemplate, USER_PLACEHOLDER } from "../../../../shared/helper-setup/launch-daemon.ts";
import { NODE_FLAGS } from "../../../../shared/helper-setup/node-flags.ts";
import { DARWIN_PLACES } from "../../../../shared/helper-setup/places.ts";
import { dictionary, propertyList, string } from "../../../../shared/helper-setup/property-list.ts";
import { readCommandLine } from "../../../../electron/helper/command-line.ts";
import { readPropertyList } from "../../../support/property-list-reader.ts";

describe("the launch daemon", () => {
  it("holds these keys with these values, and no other", () => {
    expect(readPropertyList(launchDaemon(501))).toEqual({
      Label: "app.holdfast.helper",
      ProgramArguments: [
        DARWIN_PLACES.node,
        ...NODE_FLAGS,
        DARWIN_PLACES.bundle,
        "--socket",
        "--door=all",
        "--allow-uid=501",
      ],
      inetdCompatibility: { Wait: false, Instances: 8 },
      Sockets: {
        Listener: {
          SockPathName: "/Library/Application Support/Holdfast/helper.sock",
          SockPathOwner: 501,
          SockPathGroup: 0,
          SockPathMode: 0o600,
        },
      },
      StandardErrorPath: "/Library/Application Support/Holdfast/helper.log",
      Umask: 0o077,
      ProcessType: "Interactive",
      SoftResourceLimits: { NumberOfFiles: 64, Core: 0 },
      HardResourceLimits: { NumberOfFiles: 64, Core: 0 },
      AssociatedBundleIdentifiers: ["app.holdfast.Holdfast"],
    });
  });

  it("starts the helper with words that the helper understands", () => {
    const { ProgramArguments: words } = readPropertyList(launchDaemon(501)) as { ProgramArguments: string[] };
    expect(readCommandLine(words.slice(words.indexOf(DARWIN_PLACES.bundle) + 1))).toEqual({
      mode: "socket",
      door: "all",
      allowed: 501,
      peer: null,
    });
  });

  it("runs and writes nothing that is not in a folder of root's", () => {
    const paths = launchDaemon(501).match(/(?<=<string>)\/[^<]*/g);
    expect(paths).toHaveLength(4);
    for (const path of paths ?? []) expect(path).toMatch(/^\/Library\/(PrivilegedHelperTools|Application Support)\//);
  });

  it("is its template with the user's id in every place of the placeholder", () => {
    expect(launchDaemonTemplate().split(USER_PLACEHOLDER)).toHaveLength(3);
    expect(launchDaemonTemplate().replaceAll(USER_PLACEHOLDER, "501")).toBe(launchDaemon(501));
  });

  it("is no property list as long as nobody filled in the user", () => {
    expect(() => readPropertyList(launchDaemonTemplate())).toThrow("no whole number");
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity, 0xffff_ffff])("is for no user %d", (uid) => {
    expect(() => launchDaemon(uid)).toThrow(RangeError);
  });

  it("is for any user's id, also the largest", () => {
    expect(launchDaemon(0xffff_fffe)).toContain("--allow-uid=4294967294<");
  });
});

describe("a property list", () => {
  it("holds any text as it is", () => {
    const text = "<true/> & </string>&lt;";
    expect(readPropertyList(propertyList(dictionary({ [text]: string(text) })))).toEqual({ [text]: text });
  });
});
