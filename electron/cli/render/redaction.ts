import { manifestOf } from "../../../shared/capture/capture-folder.ts";
import type { Capture } from "../../../shared/capture/capture.ts";
import { SUMMARY_KINDS } from "../../../shared/redact/summary-kinds.ts";
import type { RedactionSummary } from "../../../shared/redact/summary-kinds.ts";
import type { CliContext } from "../context.ts";

/** What was replaced, by kind, and how much was left out. */
export function summaryLines(summary: RedactionSummary, { t }: CliContext): string[] {
  const replaced = SUMMARY_KINDS.filter((kind) => summary[kind] > 0);
  return [
    t("app:redaction.title"),
    ...replaced.map((kind) => `  ${t(`app:redaction.${kind}`, { count: summary[kind] })}`),
    t("app:redaction.kept"),
  ];
}

/** Every text of a capture as it will be saved, one piece for each file, capture.json first. */
export async function* captureTexts(capture: Capture, { terminal: { colors } }: CliContext): AsyncIterable<string> {
  const heading = (name: string) => colors.bold(`──── ${name}`);
  yield `${heading("capture.json")}\n${JSON.stringify(manifestOf(capture), null, 2)}\n\n`;
  for (const { name, content } of capture.files) {
    if (content.read) yield `${heading(name)}\n${content.text}${content.text.endsWith("\n") ? "" : "\n"}\n`;
  }
}
