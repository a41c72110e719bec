import * as v from "valibot";

/** Of a longer text the beginning is shown; all of it is saved. */
export const LONGEST_REPORT_TEXT = 4_000_000;

/** One file of a report as it will be saved. */
export const ReportFile = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  /** What printed it; null for the file that describes the others. */
  source: v.nullable(v.string()),
});
export type ReportFile = v.InferOutput<typeof ReportFile>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What may be given away of this machine, before it is saved: its files, what was replaced in them, and where it goes. */
export const Report = v.strictObject({
  files: v.array(ReportFile),
  /** How many different values of each kind were replaced (shared/redact/summary.ts). */
  replaced: v.strictObject({
    addresses: Count,
    linkAddresses: Count,
    users: Count,
    networks: Count,
    names: Count,
    identifiers: Count,
    leftOut: Count,
  }),
  /** Absolute path of the folder that is made for it. */
  folder: v.string(),
});
export type Report = v.InferOutput<typeof Report>;

/** A text of a report, or its beginning; `more` characters follow. */
export const ReportText = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(LONGEST_REPORT_TEXT)),
  more: Count,
});
export type ReportText = v.InferOutput<typeof ReportText>;
