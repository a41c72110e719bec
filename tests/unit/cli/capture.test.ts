import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCaptureFolder } from "../../../electron/observe/capture-folder.ts";
import { conclusionsOf } from "../../support/redaction.ts";
import { holdfastOn } from "../../support/holdfast-on.ts";
import { recordedCapture } from "../../captures/recorded-captures.ts";

const STALE = "05-third-state-stale-pin";
const SERVER = "222.66.117.109";

let room = "";
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "holdfast-capture-"));
});
afterEach(() => rmSync(room, { recursive: true }));

const target = () => join(room, "given");
const allTexts = () => readdirSync(target()).map((name) => readFileSync(join(target(), name), "utf8"));

describe("holdfast capture --redact", () => {
  it("shows all that it would save, what was replaced and where it goes, before it asks", async () => {
    const { code, out, err } = await holdfastOn({ name: STALE, answer: "n" }, "capture", target(), "--redact");
    expect(code).toBe(1);
    expect(out).toContain("──── routes.txt\nRouting tables");
    expect(out).toContain('"routes.txt": "netstat -rn"');
    expect(out).not.toContain(SERVER);
    expect(err).toMatch(/IP addresses/);
    expect(err).toContain(target());
    expect(err).toContain("Save it? [y/N]");
    expect(err).toContain("Nothing was saved.");
    expect(existsSync(target())).toBe(false);
  });

  it("saves what it showed when the answer is yes, for its owner alone", async () => {
    const { code, out } = await holdfastOn({ name: STALE, answer: "y" }, "capture", target(), "--redact");
    expect(code).toBe(0);
    expect(statSync(target()).mode & 0o777).toBe(0o700);
    for (const text of allTexts()) expect(out).toContain(text.trimEnd());
    expect(allTexts().join("\n")).not.toContain(SERVER);
  });

  it("saves without asking with --yes", async () => {
    const { code, out, err } = await holdfastOn(STALE, "capture", target(), "--redact", "--yes");
    expect(code).toBe(0);
    expect(out).toContain(target());
    expect(err).toMatch(/IP addresses/);
    expect(allTexts().join("\n")).not.toContain(SERVER);
  });

  it("does nothing but say so where nobody can answer", async () => {
    const { code, out, err } = await holdfastOn(STALE, "capture", target(), "--redact");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toBe("Nobody is there to look at it and confirm. Use --yes to save it without asking.");
    expect(existsSync(target())).toBe(false);
  });

  it("takes other pseudonyms each time, for the same diagnosis", async () => {
    const again = join(room, "again");
    await holdfastOn(STALE, "capture", target(), "--redact", "--yes");
    await holdfastOn(STALE, "capture", again, "--redact", "--yes");
    const [one, other] = [await readCaptureFolder(target()), await readCaptureFolder(again)];
    expect(one.files).not.toEqual(other.files);
    const original = conclusionsOf(recordedCapture(STALE).capture);
    for (const saved of [one, other]) {
      const { state, findings } = conclusionsOf(saved);
      expect(state).toBe(original.state);
      expect(findings.length).toBe(original.findings.length);
    }
  });

  it("redacts a folder that was captured before", async () => {
    const plain = join(room, "plain");
    await holdfastOn(STALE, "capture", plain);
    const { code } = await holdfastOn(
      "91-linux-docker-libvirt-baseline",
      "capture",
      target(),
      "--redact",
      "--yes",
      "--from",
      plain,
    );
    expect(code).toBe(0);
    expect((await readCaptureFolder(target())).os).toBe("darwin");
    expect(allTexts().join("\n")).not.toContain(SERVER);
  });

  it("says where --from belongs", async () => {
    const { code, err } = await holdfastOn(STALE, "capture", target(), "--from", room);
    expect(code).toBe(2);
    expect(err).toContain("--from goes with --redact");
  });
});
