import { diagnosisOf } from "../../../shared/contract/diagnosis.ts";
import type { CliContext } from "../context.ts";
import type { Look } from "../look.ts";
import { findingText } from "./findings.ts";

/** The JSON document of a look (shared/contract/diagnosis.ts). */
export function diagnosisDocument({ snapshot, assessment, plan }: Look, context: CliContext): string {
  const document = diagnosisOf(snapshot.os, assessment, plan, {
    finding: (finding) => findingText(finding, context),
    reason: ({ code, args }) => context.t(`app:reason.${code}`, args),
  });
  return JSON.stringify(document, null, 2);
}
