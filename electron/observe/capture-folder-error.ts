import type { CodedText } from "../../shared/snapshot/coded-text.ts";

/** A capture folder that cannot be read or written; `reason` makes one line for people. */
export class CaptureFolderError extends Error {
  override readonly name = "CaptureFolderError";
  /**
   * `folder-missing`, `folder-unreadable`, `folder-not-empty`, `folder-not-written` (folder, detail), `manifest-missing`,
   * `manifest-unreadable` (folder, line, detail), and the reasons of `UnreadableManifest` with the folder.
   */
  readonly reason: CodedText;

  constructor(reason: CodedText) {
    super(`${reason.code} ${Object.values(reason.args).join(" ")}`.trim());
    this.reason = reason;
  }
}
