import { describe, expect, it } from "vitest";
import { ownImage } from "../../../../electron/main/own-image.ts";
import { updateWay } from "../../../../electron/main/updates/update-way.ts";
import type { UpdateSurroundings } from "../../../../electron/main/updates/update-way.ts";

const DEB: UpdateSurroundings = {
  isPackaged: true,
  hasFeed: true,
  platform: "linux",
  appImage: null,
  packageType: "deb",
  canAskPassword: true,
  isSigned: false,
};
const way = (change: Partial<UpdateSurroundings>) => updateWay({ ...DEB, ...change });

describe("how Holdfast is updated", () => {
  it("from a deb: by the package manager, which needs a password", () => {
    expect(way({})).toBe("password");
    expect(way({ canAskPassword: false })).toBe("terminal");
  });

  it("from an AppImage: by putting the new one in its place, also where a deb was made from the same folder", () => {
    expect(way({ appImage: "/home/alice/Holdfast.AppImage" })).toBe("restart");
  });

  it("on a Mac: by itself when Apple knows who signed it, else from its page", () => {
    const mac = { platform: "darwin", packageType: null } as const;
    expect(way({ ...mac, isSigned: true })).toBe("restart");
    expect(way({ ...mac, isSigned: false })).toBe("page");
  });

  it("from anything else: from its page", () => {
    expect(way({ packageType: null })).toBe("page");
    expect(way({ packageType: "rpm" })).toBe("page");
  });

  it("without a feed: not by itself", () => {
    expect(way({ hasFeed: false })).toBe("no-feed");
    expect(way({ hasFeed: false, isPackaged: false })).toBe("source");
  });
});

describe("the AppImage that runs", () => {
  it("is ours only when our program lies in it: the variables are inherited by all that is started from any", () => {
    const env = { APPIMAGE: "/home/alice/Holdfast.AppImage", APPDIR: "/tmp/.mount_Holdfast" };
    expect(ownImage("/tmp/.mount_Holdfast/holdfast-desktop", env)).toBe("/home/alice/Holdfast.AppImage");
    expect(ownImage("/opt/Holdfast/holdfast-desktop", env)).toBeNull();
    expect(ownImage("/opt/Holdfast/holdfast-desktop", {})).toBeNull();
  });
});
