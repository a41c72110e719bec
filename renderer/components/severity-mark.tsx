import type { Severity } from "../../shared/health/finding.ts";

/** A shape for each severity, so that it is read without colour. */
const MARK: Readonly<Record<Severity, string>> = {
  error: "rotate-45 rounded-tiny bg-bad",
  warning: "rounded-full bg-warn",
  info: "rounded-full border-2 border-soft",
};

/** How bad it is, in one small shape; the words beside it say the same. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return <span aria-hidden className={`inline-block size-2 shrink-0 ${MARK[severity]}`} />;
}
