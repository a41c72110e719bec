import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAsAnnounced } from "../../../../electron/main/updates/announced-package.ts";
import { replaceAppImage } from "../../../../electron/main/updates/replace-app-image.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-update-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const digest = (content: string) => createHash("sha512").update(content).digest("base64");
const put = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe("a package", () => {
  it("is installed as long as it is one of those that were announced", async () => {
    const path = put("holdfast.deb", "the package");
    expect(await isAsAnnounced({ path, digests: [digest("another"), digest("the package")] })).toBe(true);
    expect(existsSync(path)).toBe(true);
  });

  it("that is another one by now is deleted", async () => {
    const path = put("holdfast.deb", "the package and more");
    expect(await isAsAnnounced({ path, digests: [digest("the package")] })).toBe(false);
    expect(existsSync(path)).toBe(false);
  });
});

describe("an AppImage", () => {
  it("is replaced by the new one, which can be started, and nothing else is left", async () => {
    const [old, fresh] = [put("Holdfast.AppImage", "old"), put("new.AppImage", "new")];
    expect(await replaceAppImage(old, fresh)).toBeNull();
    expect(readFileSync(old, "utf8")).toBe("new");
    expect(statSync(old).mode & 0o777).toBe(0o755);
    expect(await readdir(folder)).toEqual(["Holdfast.AppImage", "new.AppImage"]);
  });

  it("that is started by a link stays behind it", async () => {
    const [old, fresh] = [put("Holdfast.AppImage", "old"), put("new.AppImage", "new")];
    const link = join(folder, "link");
    symlinkSync(old, link);
    expect(await replaceAppImage(link, fresh)).toBeNull();
    expect(readFileSync(old, "utf8")).toBe("new");
  });

  it("stays as it was when the new one cannot be read, and the place is named", async () => {
    const old = put("Holdfast.AppImage", "old");
    const failure = await replaceAppImage(old, join(folder, "nothing"));
    expect(failure).toEqual({ code: "not-replaced", args: { path: old, detail: "ENOENT" } });
    expect(readFileSync(old, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["Holdfast.AppImage"]);
  });
});
