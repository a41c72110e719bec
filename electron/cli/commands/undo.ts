import type { HelloAnswer } from "../../../shared/contract/helper-protocol.ts";
import { HelperFailure } from "../../helper-client/helper-failure.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { withHelperFailures } from "../helper-failures.ts";
import { lookHere } from "../look.ts";
import { noteEvent } from "../note-event.ts";

/** `holdfast undo [TXN]`: takes back the last clean, or the one named by its 32 hex digits. */
export async function undo(transaction: string | undefined, context: CliContext): Promise<ExitCode> {
  if (transaction !== undefined && !/^[0-9a-f]{32}$/.test(transaction)) {
    throw new CliFailure(EXIT.usage, "cli:undo.not-a-transaction", { text: transaction });
  }
  return withHelperFailures(() => undoBy({}, transaction, context));
}

type Way = NonNullable<Parameters<CliContext["machine"]["connectHelper"]>[0]>;

async function undoBy(way: Way, transaction: string | undefined, context: CliContext): Promise<ExitCode> {
  const helper = await context.machine.connectHelper(way);
  try {
    const chosen = transaction ?? (await helper.status()).undoable;
    if (chosen === null) return nothing(helper.hello.mode, context);
    const { restored, skipped } = await helper.undo(chosen);
    context.terminal.print(context.t("cli:undo.done", { count: restored }));
    for (const { why } of skipped)
      context.terminal.complain(context.t("app:outcome.skipped", { reason: context.t(`app:undo-refusal.${why}`) }));
    const { assessment } = await lookHere(context);
    const event = { kind: "undone", restored, skipped: skipped.length } as const;
    await noteEvent(event, { before: null, after: assessment.state }, context);
    return skipped.some(({ why }) => why !== "irreversible") ? EXIT.problems : EXIT.fine;
  } catch (error) {
    // Each helper knows what it did itself: what the installed one does not know was done by root's.
    const isElsewhere = error instanceof HelperFailure && error.code === "no-txn" && helper.hello.mode === "socket";
    if (!isElsewhere) throw error;
    return undoBy({ mode: "sudo" }, transaction, context);
  } finally {
    await helper.close();
  }
}

function nothing(mode: HelloAnswer["mode"], { terminal, t }: CliContext): ExitCode {
  terminal.print(t("cli:undo.nothing"));
  if (mode === "socket") terminal.print(t("cli:undo.elsewhere"));
  return EXIT.fine;
}
