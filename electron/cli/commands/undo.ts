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
  return withHelperFailures(async () => {
    const helper = await context.machine.connectHelper();
    try {
      const chosen = transaction ?? (await helper.status()).undoable;
      if (chosen === null) return nothing(context);
      const { restored, skipped } = await helper.undo(chosen);
      context.terminal.print(context.t("cli:undo.done", { count: restored }));
      for (const { why } of skipped)
        context.terminal.complain(context.t("app:outcome.skipped", { reason: context.t(`app:undo-refusal.${why}`) }));
      const { assessment } = await lookHere(context);
      const event = { kind: "undone", restored, skipped: skipped.length } as const;
      await noteEvent(event, { before: null, after: assessment.state }, context);
      return skipped.some(({ why }) => why !== "irreversible") ? EXIT.problems : EXIT.fine;
    } finally {
      await helper.close();
    }
  });
}

function nothing({ terminal, t }: CliContext): ExitCode {
  terminal.print(t("cli:undo.nothing"));
  return EXIT.fine;
}
