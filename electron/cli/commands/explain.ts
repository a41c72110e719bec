import type { CliContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
export interface ExplainOptions {
  json?: true;
  term?: string;
}
export async function explain(
  _file: string | undefined,
  _options: ExplainOptions,
  _context: CliContext,
): Promise<ExitCode> {
  return 0;
}
