import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { announcedIn, digestsFor, releaseOf } from "../../../electron/updater/announced-release.ts";
import { readFeedFile } from "../../../electron/updater/feed-file.ts";
import { failureOf, UpdateFailure } from "../../../electron/updater/update-failure.ts";
import { MOST_NOTES } from "../../../shared/contract/updates.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-feed-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = async (content: string, isPackaged = true) => {
  const file = join(folder, "app-update.yml");
  writeFileSync(file, content);
  return (await readFeedFile(file, isPackaged))?.href ?? null;
};
const generic = (url: string) => `provider: generic\nurl: ${url}\nupdaterCacheDirName: holdfast-updater\n`;

describe("the address of a feed", () => {
  it("is what the packager wrote, when HTTPS vouches for it", async () => {
    expect(await read(generic("https://updates.example/holdfast"))).toBe("https://updates.example/holdfast");
  });

  it.each([
    generic("http://updates.example/"),
    generic("http://127.0.0.1:8080/"),
    generic("file:///etc/"),
    generic("https://me:secret@updates.example/"),
    generic("https://updates.example/?who=me"),
    "provider: github\nowner: somebody\nrepo: holdfast\n",
    "provider: generic\n",
    "[",
    "",
  ])("is not used in an installed app when it is %j", async (content) => {
    expect(await read(content)).toBeNull();
  });

  it("may be this machine's own where nothing is installed", async () => {
    expect(await read(generic("http://127.0.0.1:8080/"), false)).toBe("http://127.0.0.1:8080/");
    expect(await read(generic("http://192.0.2.1/"), false)).toBeNull();
    expect(await read(generic("http://127.0.0.1.updates.example/"), false)).toBeNull();
  });
});

describe("a list", () => {
  const SHA512 = `${"a".repeat(86)}==`;
  const info = (change: object) => ({
    ...{ version: "2.0.0", files: [{ url: "holdfast.deb", sha512: SHA512 }] },
    ...{ path: "", sha512: "", releaseDate: "" },
    ...change,
  });

  it("is read when it says the digest of every file", () => {
    expect(announcedIn(info({}))).toMatchObject({ version: "2.0.0" });
    expect(announcedIn(info({ files: [] }))).toBeNull();
    expect(announcedIn(info({ files: [{ url: "holdfast.deb", sha512: "abc" }] }))).toBeNull();
    expect(
      announcedIn(info({ files: [{ url: "a.deb", sha512: SHA512 }, { url: "b.deb", sha2: "ab" } as never] })),
    ).toBeNull();
  });

  it("has notes of one or of several versions, or none, and not more than can be read", () => {
    const notesOf = (releaseNotes: unknown) => {
      const announced = announcedIn(info({ releaseNotes }));
      return announced === null ? null : releaseOf(announced).notes;
    };
    expect(notesOf("Better.\n")).toBe("Better.");
    expect(
      notesOf([
        { version: "2.0.0", note: "Better." },
        { version: "1.9.0", note: null },
      ]),
    ).toBe("Better.");
    expect(notesOf(null)).toBe("");
    expect(notesOf("x".repeat(9999))).toHaveLength(MOST_NOTES);
  });

  it("tells which digests a package of a kind may have", () => {
    const announced = announcedIn(
      info({
        files: [
          { url: "a.deb", sha512: SHA512 },
          { url: "a.AppImage", sha512: `${"b".repeat(86)}==` },
        ],
      }),
    );
    expect(announced && digestsFor(announced, "AppImage")).toEqual([`${"b".repeat(86)}==`]);
    expect(announced && digestsFor(announced, "zip")).toEqual([]);
  });
});

describe("what stands in the way", () => {
  const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);

  it.each([
    [error("net::ERR_NAME_NOT_RESOLVED"), "feed-unreachable"],
    [error("net::ERR_INTERNET_DISCONNECTED"), "feed-unreachable"],
    [error("net::ERR_CERT_AUTHORITY_INVALID"), "feed-unreachable"],
    [error("net::ERR_BLOCKED_BY_CLIENT"), "feed-elsewhere"],
    [error("net::ERR_CONNECTION_TIMED_OUT"), "feed-slow"],
    [error("sha512 checksum mismatch", { code: "ERR_CHECKSUM_MISMATCH" }), "hash-mismatch"],
    [error("write ENOSPC", { code: "ENOSPC" }), "no-space"],
    [error('Cannot download "https://x", status 503: Unavailable'), "feed-broken"],
    [error('Cannot download "https://x", status 404: Not Found'), "feed-missing"],
    [new UpdateFailure("no-package"), "no-package"],
  ])("is named: %s", (cause, code) => {
    expect(failureOf(cause).code).toBe(code);
  });

  it("is quoted in its first line when it is not known", () => {
    expect(failureOf(error("Odd.\n    at somewhere"))).toEqual({
      code: "download-failed",
      args: { detail: "Error: Odd." },
    });
  });
});
