import * as v from "valibot";
import { Preflight } from "../preflight/preflight-report.ts";
import { CodedText } from "../snapshot/coded-text.ts";

/** The server that somebody wants to connect to, as it was typed. */
export const CheckRequest = v.strictObject({ server: v.pipe(v.string(), v.maxLength(500)) });
export type CheckRequest = v.InferOutput<typeof CheckRequest>;

/** What would happen, or why the text names no server (a key of `preflight:target`). */
export const CheckAnswer = v.variant("kind", [
  v.strictObject({ kind: v.literal("report"), report: Preflight }),
  v.strictObject({ kind: v.literal("no-target"), problem: CodedText }),
]);
export type CheckAnswer = v.InferOutput<typeof CheckAnswer>;
