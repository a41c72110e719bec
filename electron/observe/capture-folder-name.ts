import type { Capture } from "../../shared/capture/capture.ts";

/** How a capture folder is called when nobody says otherwise: `holdfast-capture-20261101120000`. */
export function captureFolderName({ takenAt }: Capture): string {
  return `holdfast-capture-${(takenAt ?? "").replace(/\.\d+Z$/, "").replaceAll(/\D/g, "")}`;
}

/** The same for one that may be given away: `holdfast-redacted-20261101120000`; without a time when it has none. */
export function redactedFolderName(capture: Capture): string {
  return captureFolderName(capture).replace("capture", "redacted").replace(/-$/, "");
}
