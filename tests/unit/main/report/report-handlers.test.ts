import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { reportHandlers } from "../../../../electron/main/report/report-handlers.ts";
import { readCaptureFolder } from "../../../../electron/observe/capture-folder.ts";
import type { Capture } from "../../../../shared/capture/capture.ts";
import { ipcContract } from "../../../../shared/contract/ipc.ts";
import { LONGEST_REPORT_TEXT } from "../../../../shared/contract/report.ts";
import type { Report } from "../../../../shared/contract/report.ts";
import { failed } from "../../../../shared/contract/result.ts";
import { redact } from "../../../../shared/redact/redact.ts";
import { recordedCapture } from "../../../captures/recorded-captures.ts";
import { seedOf } from "../../../support/redaction.ts";

let room = "";
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "holdfast-report-"));
});
afterEach(() => rmSync(room, { recursive: true }));

const capture: Capture = {
  ...recordedCapture("05-third-state-stale-pin").capture,
  takenAt: "2026-11-01T12:00:00.000Z",
};

function handlersFor({ capture: redacted, summary } = redact(capture, seedOf("report"))) {
  const shown: string[] = [];
  const handlers = reportHandlers({
    redacted: async () => ({ ok: true, value: { capture: redacted, summary } }),
    folder: join(room, "Downloads"),
    show: (path) => shown.push(path),
  });
  return { handlers, shown, redacted };
}

async function prepared({ prepareReport }: ReturnType<typeof reportHandlers>): Promise<Report> {
  const answer = await prepareReport(null);
  if (!answer.ok) throw new Error(answer.error.code);
  return v.parse(ipcContract.calls.prepareReport.response, answer.value);
}

describe("a report of this machine", () => {
  it("names its files and its place, and gives each text as it will be saved", async () => {
    const { handlers } = handlersFor();
    const report = await prepared(handlers);
    expect(report.folder).toBe(join(room, "Downloads", "holdfast-redacted-20261101120000"));
    expect(report.replaced.addresses).toBeGreaterThan(3);
    const texts = await Promise.all(report.files.map(({ name }) => handlers.reportText({ name })));
    await handlers.saveReport(null);
    for (const [index, { name }] of report.files.entries()) {
      expect(texts[index]).toEqual({
        ok: true,
        value: { text: readFileSync(join(report.folder, name), "utf8"), more: 0 },
      });
    }
  });

  it("is written only when somebody says so, and can then be shown", async () => {
    const { handlers, shown, redacted } = handlersFor();
    const { folder } = await prepared(handlers);
    expect(existsSync(folder)).toBe(false);
    expect(await handlers.showReport(null)).toEqual(failed("report-gone"));
    expect((await handlers.saveReport(null)).ok).toBe(true);
    expect((await readCaptureFolder(folder)).files).toEqual(redacted.files);
    await handlers.showReport(null);
    expect(shown).toEqual([folder]);
  });

  it("is forgotten when it is dropped", async () => {
    const { handlers } = handlersFor();
    const { folder } = await prepared(handlers);
    await handlers.dropReport(null);
    expect(await handlers.saveReport(null)).toEqual(failed("report-gone"));
    expect(await handlers.reportText({ name: "capture.json" })).toEqual(failed("report-gone"));
    expect(existsSync(folder)).toBe(false);
  });

  it("has no text but those of its files", async () => {
    const { handlers } = handlersFor();
    await prepared(handlers);
    expect(await handlers.reportText({ name: "../../etc/passwd" })).toEqual(failed("report-gone"));
  });

  it("shows the beginning of a text that is too long to be shown", async () => {
    const text = "x".repeat(LONGEST_REPORT_TEXT + 5);
    const files = [{ name: "long.json", source: "ip -j route", content: { read: true as const, text } }];
    const { handlers } = handlersFor({ ...redact(capture, seedOf("report")), capture: { ...capture, files } });
    await prepared(handlers);
    const answer = await handlers.reportText({ name: "long.json" });
    expect(answer.ok && v.parse(ipcContract.calls.reportText.response, answer.value).more).toBe(5);
  });

  it("says why it could not be saved, and can still be saved afterwards", async () => {
    const { handlers } = handlersFor();
    writeFileSync(join(room, "Downloads"), "a file in the way");
    const { folder } = await prepared(handlers);
    expect(await handlers.saveReport(null)).toEqual(failed("report-not-saved", { folder, detail: "ENOTDIR" }));
    rmSync(join(room, "Downloads"));
    expect((await handlers.saveReport(null)).ok).toBe(true);
  });
});
