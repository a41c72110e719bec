import { expect } from "@playwright/test";
import type { Report, ReportText } from "../../../../shared/contract/report.ts";
import { recordedCapture } from "../../../captures/recorded-captures.ts";
import { seedOf } from "../../../support/redaction.ts";
import { redact } from "../../../../shared/redact/redact.ts";
import { HEALTHY } from "../../states/machines.ts";
import { recordedMachine } from "../popover.ts";
import type { Known } from "../popover.ts";
import type { Act, Scene } from "../scene.ts";

const FOLDER = "/home/student/Downloads/holdfast-redacted-20261101120000";
const FILE = "routes.txt";

/** A report of a recorded machine, with its routing table to be read. */
function withReport(): Known {
  const { capture, summary } = redact(recordedCapture(HEALTHY).capture, seedOf("gallery"));
  const files = capture.files.map(({ name, source }) => ({ name, source }));
  const report: Report = { files, replaced: summary, folder: FOLDER };
  const content = capture.files.find(({ name }) => name === FILE)?.content;
  const text: ReportText = { text: content?.read === true ? content.text : "", more: 0 };
  const offered = { prepareReport: { ok: true, value: report }, reportText: { ok: true, value: text } };
  return { ...recordedMachine(HEALTHY), offered };
}

const openSettings: Act = ({ page, t }) => page.getByRole("button", { name: t("app:view.settings") }).click();

const press =
  (name: "prepare" | "save"): Act =>
  ({ page, t }) =>
    page.getByRole("button", { name: t(`app:settings.report.${name}`), exact: true }).click();

const seeRows: Act = ({ page }) => expect(page.getByText("Routing tables")).toBeVisible();

const seeFolder: Act = ({ page }) => expect(page.getByText(FOLDER)).toBeVisible();

const scrollToReport: Act = ({ page, t }) =>
  page
    .getByRole("region", { name: t("app:settings.report.title"), exact: true })
    .evaluate((element) => element.scrollIntoView({ block: "start" }));

function scene(name: string, beforePicture: readonly Act[]): Scene {
  return {
    name,
    view: "settings",
    known: withReport,
    beforePicture: [openSettings, ...beforePicture, scrollToReport],
    beforeCheck: [],
  };
}

/** The report for others: offered, shown before it is saved, and saved. */
export const REPORT_SCENES: readonly Scene[] = [
  scene("report-offered", []),
  scene("report-shown", [press("prepare"), seeRows]),
  scene("report-saved", [press("prepare"), seeRows, press("save"), seeFolder]),
];
