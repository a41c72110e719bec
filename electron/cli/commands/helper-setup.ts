import * as v from "valibot";
import { HelperFailure } from "../../helper-client/helper-failure.ts";
import { locateHelper } from "../../helper-client/locate-helper.ts";
import { installHelper, uninstallHelper } from "../../helper-setup/setup-helper.ts";
import { SetupFailure } from "../../helper-setup/setup-failure.ts";
import { HelperSetupReport } from "../../../shared/contract/helper-setup-report.ts";
import type { InstalledWay } from "../../../shared/contract/helper-setup-report.ts";
import { commandText } from "../../../shared/explain/command-text.ts";
import { setupFailureKey } from "../../../shared/locales/setup-failure-key.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { withHelperFailures } from "../helper-failures.ts";

/** How an installation (null: a removal) went well, and the sentence for people. */
interface Done {
  readonly way: InstalledWay | null;
  readonly text: string;
}

/** `holdfast helper install [--user NAME]`: from then on routes are repaired without a password. */
export function installTheHelper(options: { user?: string; json?: true }, context: CliContext): Promise<ExitCode> {
  return reported(options, context, () => {
    const request = { user: options.user ?? null, version: __VERSION__, ruleset: __RULESET__ };
    const way = installHelper({ bundle: locateHelper(), ...request });
    return { way, text: context.t(`cli:helper.installed.${way}`) };
  });
}

/** `holdfast helper uninstall`: leaves nothing. */
export function uninstallTheHelper(options: { json?: true }, context: CliContext): Promise<ExitCode> {
  return reported(options, context, () => {
    uninstallHelper();
    return { way: null, text: context.t("cli:helper.uninstalled") };
  });
}

/** Says how the work ended: to people in a sentence, to a program in a document, which is there also when it failed. */
function reported({ json }: { json?: true }, { terminal }: CliContext, work: () => Done): Promise<ExitCode> {
  const print = (report: HelperSetupReport) => terminal.print(JSON.stringify(report));
  return withHelperFailures(async () => {
    try {
      const { way, text } = work();
      if (json) print({ schema: 1, ok: true, way });
      else terminal.print(text);
      return EXIT.fine;
    } catch (error) {
      const report = json ? failureReport(error) : null;
      if (report !== null) print(report);
      throw error instanceof SetupFailure ? cliFailure(error) : error;
    }
  });
}

function failureReport(error: unknown): HelperSetupReport | null {
  if (!(error instanceof SetupFailure || error instanceof HelperFailure)) return null;
  const failure = { code: error.code, args: error instanceof SetupFailure ? argsOf(error) : error.args };
  const report = v.safeParse(HelperSetupReport, { schema: 1, ok: false, failure });
  return report.success ? report.output : null;
}

function cliFailure(error: SetupFailure): CliFailure {
  const exitCode = error.code === "needs-root" ? EXIT.rights : isUsage(error) ? EXIT.usage : EXIT.problems;
  return new CliFailure(exitCode, setupFailureKey(error.code), argsOf(error));
}

function argsOf({ code, args }: SetupFailure): CodedText["args"] {
  if (code !== "needs-root") return args;
  return { command: commandText(["sudo", process.execPath, ...process.argv.slice(1)]) };
}

function isUsage({ code }: SetupFailure): boolean {
  return code === "no-user" || code === "unknown-user" || code === "unsupported-system";
}
