import type { Capture } from "../../shared/capture/capture.ts";

/** How a capture folder is called when nobody says otherwise: `holdfast-capture-20261101120000`. */
export function captureFolderName(capture: Capture): string {
  return `holdfast-capture-${timeOf(capture)}`;
}

/** The same for one that may be given away: `holdfast-redacted-20261101120000`; without a time when it has none. */
export function redactedFolderName(capture: Capture): string {
  return ["holdfast-redacted", timeOf(capture)].filter(Boolean).join("-");
}

function timeOf({ takenAt }: Capture): string {
  return (takenAt ?? "").replace(/\.\d+Z$/, "").replaceAll(/\D/g, "");
}
