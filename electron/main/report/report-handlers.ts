import { join } from "node:path";
import { MANIFEST_NAME, manifestOf } from "../../../shared/capture/capture-folder.ts";
import type { Capture } from "../../../shared/capture/capture.ts";
import type { Handlers } from "../../../shared/contract/ipc.ts";
import { LONGEST_REPORT_TEXT } from "../../../shared/contract/report.ts";
import type { ReportFile, ReportText } from "../../../shared/contract/report.ts";
import { DONE, failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import { CaptureFolderError } from "../../observe/capture-folder-error.ts";
import { redactedFolderName } from "../../observe/capture-folder-name.ts";
import { writeCaptureFolder } from "../../observe/capture-folder.ts";
import type { RedactedCapture } from "../watch/lookout.ts";

/** What a report of this machine is made with. */
export interface ReportParts {
  /** Looks now; the texts come without the addresses and names of this machine. */
  redacted(): Promise<Result<RedactedCapture>>;
  /** Absolute path of the folder that reports are saved in. */
  readonly folder: string;
  /** Shows a folder (absolute path) in the system's file manager. */
  show(path: string): void;
}

type ReportCalls = Pick<Handlers, "prepareReport" | "reportText" | "saveReport" | "showReport" | "dropReport">;

/**
 * Answers the calls about the report that a person may give away. What is saved is what was shown: the popover names neither
 * a path nor a text.
 */
export function reportHandlers({ redacted, folder, show }: ReportParts): ReportCalls {
  let prepared: { readonly capture: Capture; readonly path: string } | null = null;
  let saved: string | null = null;
  return {
    prepareReport: async () => {
      const made = await redacted();
      if (!made.ok) return made;
      const { capture, summary } = made.value;
      const path = join(folder, redactedFolderName(capture));
      prepared = { capture, path };
      return { ok: true, value: { files: filesOf(capture), replaced: summary, folder: path } };
    },
    reportText: async ({ name }) => {
      const text = prepared === null ? null : textOf(prepared.capture, name);
      return text === null ? failed("report-gone") : { ok: true, value: beginningOf(text) };
    },
    saveReport: async () => {
      if (prepared === null) return failed("report-gone");
      const { capture, path } = prepared;
      try {
        await writeCaptureFolder(path, capture);
      } catch (error) {
        if (!(error instanceof CaptureFolderError)) throw error;
        return failed("report-not-saved", { folder: path, detail: error.reason.args["detail"] ?? error.reason.code });
      }
      prepared = null;
      saved = path;
      return DONE;
    },
    showReport: async () => {
      if (saved === null) return failed("report-gone");
      show(saved);
      return DONE;
    },
    dropReport: async () => {
      prepared = null;
      return DONE;
    },
  };
}

/** Files without a text are named in the one that describes the others. */
function filesOf(capture: Capture): ReportFile[] {
  const read = capture.files.filter(({ content }) => content.read);
  return [{ name: MANIFEST_NAME, source: null }, ...read.map(({ name, source }) => ({ name, source }))];
}

function textOf(capture: Capture, name: string): string | null {
  if (name === MANIFEST_NAME) return `${JSON.stringify(manifestOf(capture), null, 2)}\n`;
  const content = capture.files.find((file) => file.name === name)?.content;
  return content?.read === true ? content.text : null;
}

function beginningOf(text: string): ReportText {
  const beginning = text.slice(0, LONGEST_REPORT_TEXT);
  return { text: beginning, more: text.length - beginning.length };
}
