import { bootTime } from "../../observe/boot-time.ts";
import { interfacesReport } from "../../../shared/explain/interfaces-report.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { lookFrom } from "../look-from.ts";
import type { FromOption } from "../look-from.ts";
import { interfacesLines } from "../render/interfaces.ts";

/** What `holdfast interfaces` was asked to show. */
export interface InterfacesOptions extends FromOption {
  json?: true;
}

/** `holdfast interfaces`: every interface with its owner, which tunnels are left over, and the VPN programs. */
export async function interfaces(options: InterfacesOptions, context: CliContext): Promise<ExitCode> {
  const { snapshot, history } = await lookFrom(options, context);
  const report = interfacesReport(factsOf(snapshot, history), options.from === undefined ? bootTime() : null);
  context.terminal.print(options.json ? JSON.stringify(report, null, 2) : interfacesLines(report, context).join("\n"));
  return report.interfaces.some(({ role }) => role === "leftover-tunnel") ? EXIT.problems : EXIT.fine;
}
