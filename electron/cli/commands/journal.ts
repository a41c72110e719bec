import type { Transaction } from "../../../shared/contract/helper-protocol.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { withHelperFailures } from "../helper-failures.ts";
import { stepText } from "../render/plan.ts";

const MOST_TRANSACTIONS = 50;

/** `holdfast journal`: what was cleaned, newest first, and what of it can be undone. */
export async function journal(options: { json?: true }, context: CliContext): Promise<ExitCode> {
  return withHelperFailures(async () => {
    const helper = await context.machine.connectHelper();
    try {
      const { transactions } = await helper.journal(MOST_TRANSACTIONS);
      const lines = transactions.flatMap((transaction) => transactionLines(transaction, context));
      const text = lines.length === 0 ? context.t("cli:journal.empty") : lines.join("\n");
      if (helper.hello.mode === "socket") context.terminal.complain(context.t("cli:journal.elsewhere"));
      context.terminal.print(options.json ? JSON.stringify({ schema: 1, transactions }, null, 2) : text);
      return EXIT.fine;
    } finally {
      await helper.close();
    }
  });
}

function transactionLines(transaction: Transaction, context: CliContext): string[] {
  const { t, terminal, language } = context;
  const time = new Date(transaction.startedAt).toLocaleString(language);
  const state = t(transaction.undoable ? "cli:journal.undoable" : `cli:journal.state.${transaction.state}`);
  const by = transaction.by === "keep-alive" ? `  ${t("cli:journal.by-keep-alive")}` : "";
  return [
    `${terminal.colors.bold(transaction.txn)}  ${time}  ${state}${by}`,
    ...transaction.steps.map(({ step, done }) => `  ${done ? "✓" : "–"} ${stepText(step, context)}`),
  ];
}
