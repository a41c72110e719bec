import { locateHelper } from "../../helper-client/locate-helper.ts";
import { installHelper, uninstallHelper } from "../../helper-setup/setup-helper.ts";
import { SetupFailure } from "../../helper-setup/setup-failure.ts";
import { commandText } from "../../../shared/explain/command-text.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { withHelperFailures } from "../helper-failures.ts";

/** `holdfast helper install [--user NAME]`: from then on routes are repaired without a password. */
export function installTheHelper({ user }: { user?: string }, { terminal, t }: CliContext): Promise<ExitCode> {
  return withSetupFailures(() => {
    const bundle = locateHelper();
    const way = installHelper({ bundle, user: user ?? null, version: __VERSION__, ruleset: __RULESET__ });
    terminal.print(t(`cli:helper.installed.${way}`));
    return EXIT.fine;
  });
}

/** `holdfast helper uninstall`: leaves nothing. */
export function uninstallTheHelper({ terminal, t }: CliContext): Promise<ExitCode> {
  return withSetupFailures(() => {
    uninstallHelper();
    terminal.print(t("cli:helper.uninstalled"));
    return EXIT.fine;
  });
}

function withSetupFailures(work: () => ExitCode): Promise<ExitCode> {
  return withHelperFailures(async () => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof SetupFailure)) throw error;
      const command = commandText(["sudo", process.execPath, ...process.argv.slice(1)]);
      const exitCode = error.code === "needs-root" ? EXIT.rights : isUsage(error) ? EXIT.usage : EXIT.problems;
      throw new CliFailure(exitCode, `cli:helper.failure.${error.code}`, { command, ...error.args });
    }
  });
}

function isUsage({ code }: SetupFailure): boolean {
  return code === "no-user" || code === "unknown-user" || code === "unsupported-system";
}
