import { Command, Option } from "commander";
import { CliFailure } from "./cli-failure.ts";
import type { CliContext } from "./context.ts";
import { EXIT } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { capture } from "./commands/capture.ts";
import type { CaptureOptions } from "./commands/capture.ts";
import { check } from "./commands/check.ts";
import type { CheckOptions } from "./commands/check.ts";
import { clean } from "./commands/clean.ts";
import type { CleanOptions } from "./commands/clean.ts";
import { diagnose } from "./commands/diagnose.ts";
import { doctor } from "./commands/doctor.ts";
import { explain } from "./commands/explain.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import { guard } from "./commands/guard.ts";
import { installTheHelper, uninstallTheHelper } from "./commands/helper-setup.ts";
import { helperStatus } from "./commands/helper-status.ts";
import { interfaces } from "./commands/interfaces.ts";
import type { InterfacesOptions } from "./commands/interfaces.ts";
import { journal } from "./commands/journal.ts";
import { routes } from "./commands/routes.ts";
import type { RoutesOptions } from "./commands/route-for.ts";
import { status } from "./commands/status.ts";
import { timeline } from "./commands/timeline.ts";
import { undo } from "./commands/undo.ts";
import { watch } from "./commands/watch.ts";

type JsonOption = { json?: true };

/** The `holdfast` program. `finish` is given the exit code of the command that ran. Wrong usage throws CommanderError. */
export function createProgram(context: CliContext, finish: (exitCode: ExitCode) => void): Command {
  const { t } = context;
  const program = new Command("holdfast").description(t("cli:description")).version(__VERSION__).exitOverride();
  program.helpOption("-h, --help", t("cli:option.help")).helpCommand(false);
  program.configureOutput({ writeErr: () => undefined });
  const add = (usage: string, name: string) => addTo(program, usage, name);
  const addTo = (parent: Command, usage: string, name: string) =>
    parent
      .command(usage)
      .description(t(`cli:command.${name}`))
      .addOption(languageOption(context))
      .helpOption("-h, --help", t("cli:option.help"));
  const json = t("cli:option.json");
  const from = t("cli:option.from");
  const run =
    <Arguments extends unknown[]>(work: (...given: Arguments) => Promise<ExitCode>) =>
    async (...given: Arguments) =>
      finish(await work(...given));

  add("status", "status")
    .option("--json", json)
    .action(run((options: JsonOption) => status(options, context)));
  add("doctor", "doctor")
    .option("--json", json)
    .action(run((options: JsonOption) => doctor(options, context)));
  add("routes [address]", "routes")
    .option("--json", json)
    .option("--explain", t("cli:option.explain"))
    .option("--from <folder>", from)
    .action(run((address: string | undefined, options: RoutesOptions) => routes(address, options, context)));
  add("check <server>", "check")
    .option("--probe", t("cli:option.probe"))
    .option("--json", json)
    .option("--from <folder>", from)
    .action(run((server: string, options: CheckOptions) => check(server, options, context)));
  add("interfaces", "interfaces")
    .option("--json", json)
    .option("--from <folder>", from)
    .action(run((options: InterfacesOptions) => interfaces(options, context)));
  add("explain [file]", "explain")
    .option("--json", json)
    .option("--term <word>", t("cli:option.term"))
    .option("--terms", t("cli:option.terms"))
    .action(run((file: string | undefined, options: ExplainOptions) => explain(file, options, context)));
  add("clean", "clean")
    .option("--dry-run", t("cli:option.dry-run"))
    .option("--yes", t("cli:option.yes"))
    .option("--only <finding...>", t("cli:option.only"))
    .option("--digest <hex>", t("cli:option.digest"))
    .option("--json", json)
    .action(run((options: CleanOptions) => clean(options, context)));
  add("undo [transaction]", "undo").action(run((transaction: string | undefined) => undo(transaction, context)));
  add("journal", "journal")
    .option("--json", json)
    .action(run((options: JsonOption) => journal(options, context)));
  add("timeline [number]", "timeline")
    .option("--json", json)
    .action(run((number: string | undefined, options: JsonOption) => timeline(number, options, context)));
  add("watch", "watch")
    .option("--json", json)
    .action(run((options: JsonOption) => watch(options, context)));
  add("guard", "guard")
    .option("--json", json)
    .action(run((options: JsonOption) => guard(options, context)));
  add("capture [folder]", "capture")
    .option("--redact", t("cli:option.redact"))
    .option("--from <folder>", t("cli:option.redact-from"))
    .option("--yes", t("cli:option.redact-yes"))
    .action(run((folder: string | undefined, options: CaptureOptions) => capture(folder, options, context)));
  add("diagnose <folder>", "diagnose")
    .option("--json", json)
    .action(run((folder: string, options: JsonOption) => diagnose(folder, options, context)));
  const helper = add("helper", "helper");
  addTo(helper, "install", "helper-install")
    .option("--user <name>", t("cli:option.user"))
    .option("--json", json)
    .action(run((options: JsonOption & { user?: string }) => installTheHelper(options, context)));
  addTo(helper, "uninstall", "helper-uninstall")
    .option("--json", json)
    .action(run((options: JsonOption) => uninstallTheHelper(options, context)));
  addTo(helper, "status", "helper-status")
    .option("--json", json)
    .action(run((options: JsonOption) => helperStatus(options, context)));
  doesNothingItself(helper, context, finish);
  return doesNothingItself(program, context, finish);
}

/**
 * Lets a command that does nothing by itself say what there is below it, or that there is no such thing. After all that is
 * below it has been added: what is added later would inherit that it takes any number of arguments.
 */
function doesNothingItself(parent: Command, { terminal }: CliContext, finish: (exitCode: ExitCode) => void): Command {
  return parent.allowExcessArguments().action(() => {
    const [command] = parent.args;
    if (command !== undefined) throw new CliFailure(EXIT.usage, "cli:usage.unknown-command", { detail: command });
    terminal.complain(parent.helpInformation().trimEnd());
    finish(EXIT.usage);
  });
}

/** Read before the program is built (entry.ts), since the help itself is in that language; declared here to be listed and accepted. */
function languageOption({ t }: CliContext): Option {
  return new Option("--lang <language>", t("cli:option.lang")).choices(["en", "zh-CN"]);
}
