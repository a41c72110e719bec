import * as v from "valibot";
import { CodedText, codedText } from "../snapshot/coded-text.ts";
import { OperatingSystem } from "../snapshot/snapshot.ts";
import type { Capture } from "./capture.ts";

/** Name of the file that describes a capture folder. */
export const MANIFEST_NAME = "capture.json";

/** A file beside capture.json: a plain name, so that a folder from elsewhere cannot lead out of itself. */
const FileName = v.pipe(v.string(), v.regex(/^(?!\.{1,2}$)[^/\\\0]+$/, "not-a-plain-file-name"));

/** Why a file of the folder is not there; a reason that this version does not know is as good as none. */
const UnreadReason = v.fallback(
  v.strictObject({
    code: v.picklist(["not-in-capture", "command-failed", "timed-out", "unreadable", "not-permitted", "tool-missing"]),
    args: CodedText.entries.args,
  }),
  { code: "not-in-capture", args: {} },
);

/** What capture.json holds (03-contracts, "Capture folder"). `files` maps a file to the command that printed it, `unread` says why one has no text. */
export const CaptureManifest = v.object({
  schema: v.literal(1),
  os: OperatingSystem,
  osVersion: v.optional(v.string()),
  takenAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  files: v.record(FileName, v.pipe(v.string(), v.nonEmpty())),
  unread: v.optional(v.record(FileName, UnreadReason)),
});
export type CaptureManifest = v.InferOutput<typeof CaptureManifest>;

/** A capture.json that cannot be used; `reason` says where and why, for people by i18n. */
export class UnreadableManifest extends Error {
  override readonly name = "UnreadableManifest";
  /** `manifest-not-json` (detail), or `manifest-invalid` (path, expected, received). */
  readonly reason: CodedText;

  constructor(reason: CodedText) {
    super(`${MANIFEST_NAME}: ${Object.values(reason.args).join(" ")}`);
    this.reason = reason;
  }
}

/** Reads the text of capture.json. Throws {@link UnreadableManifest} that names the first thing wrong. */
export function parseManifest(text: string): CaptureManifest {
  const result = v.safeParse(CaptureManifest, parseJson(text), { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? "";
  throw new UnreadableManifest(
    codedText("manifest-invalid", { path, expected: issue.expected ?? issue.message, received: issue.received }),
  );
}

/** The capture.json that describes a capture. */
export function manifestOf(capture: Capture): Omit<CaptureManifest, "unread"> & { unread?: Record<string, CodedText> } {
  const unread = capture.files.flatMap(({ name, content }) => (content.read ? [] : [[name, content.reason] as const]));
  return {
    schema: 1,
    os: capture.os,
    ...(capture.osVersion === null ? {} : { osVersion: capture.osVersion }),
    ...(capture.takenAt === null ? {} : { takenAt: capture.takenAt }),
    files: Object.fromEntries(capture.files.map((file) => [file.name, file.source])),
    ...(unread.length === 0 ? {} : { unread: Object.fromEntries(unread) }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UnreadableManifest(codedText("manifest-not-json", { detail: String(error) }));
  }
}
