import type { CliContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
export async function explainTerm(_t: string, _o: object, _c: CliContext): Promise<ExitCode> {
  return 0;
}
