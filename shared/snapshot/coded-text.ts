import * as v from "valibot";

/** A fact or reason as a stable code with arguments; people's text is made from it by i18n in one place. */
export const CodedText = v.strictObject({
  code: v.string(),
  args: v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())])),
});
export type CodedText = v.InferOutput<typeof CodedText>;

/** Shorthand for a coded text. */
export function codedText(code: string, args: CodedText["args"] = {}): CodedText {
  return { code, args };
}
