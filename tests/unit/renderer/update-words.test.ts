import { describe, expect, it } from "vitest";
import { asksPassword, offerOf } from "../../../renderer/features/updates/update-words.ts";
import type { UpdateProgress, UpdateWay } from "../../../shared/contract/updates.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";

const release = { version: "2.0.0", notes: "" };
const offered = (way: UpdateWay, progress: UpdateProgress) => offerOf({ way, progress })?.offer ?? null;

describe("the button for updates", () => {
  it("leads from one step to the next", () => {
    expect(offered("password", { state: "unchecked" })).toBe("check");
    expect(offered("password", { state: "current" })).toBe("check-again");
    expect(offered("password", { state: "available", release })).toBe("download");
    expect(offered("password", { state: "downloaded", release, command: null })).toBe("install");
    expect(offered("restart", { state: "downloaded", release, command: null })).toBe("restart");
  });

  it("opens the page where the app cannot be replaced from here", () => {
    expect(offerOf({ way: "page", progress: { state: "available", release } })).toEqual({
      act: "install",
      offer: "page",
    });
  });

  it("is not there while something goes on, and where a terminal does it", () => {
    expect(offered("password", { state: "checking" })).toBeNull();
    expect(offered("password", { state: "downloading", release, percent: 5 })).toBeNull();
    expect(offered("password", { state: "installing", release })).toBeNull();
    expect(offered("terminal", { state: "downloaded", release, command: "sudo apt-get install /x.deb" })).toBeNull();
  });

  it("tries again what failed", () => {
    const error = codedText("feed-slow");
    expect(offerOf({ way: "password", progress: { state: "failed", error, release: null } })?.act).toBe("check");
    expect(offerOf({ way: "password", progress: { state: "failed", error, release } })?.act).toBe("install");
  });

  it("warns of the password when the next click asks for one", () => {
    expect(asksPassword({ way: "password", progress: { state: "downloaded", release, command: null } })).toBe(true);
    expect(asksPassword({ way: "password", progress: { state: "available", release } })).toBe(false);
    expect(asksPassword({ way: "restart", progress: { state: "downloaded", release, command: null } })).toBe(false);
  });
});
