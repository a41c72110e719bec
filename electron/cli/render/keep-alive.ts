import type { KeepAliveReport, KeptClient } from "../../../shared/contract/keep-alive.ts";
import { repairText } from "../../../shared/locales/repair-text.ts";
import { silenceText } from "../../../shared/locales/silence-text.ts";
import type { CliContext } from "../context.ts";

/** A report of keep-alive as lines that begin with the time of day. */
export function keepAliveLines(report: KeepAliveReport, at: Date, context: CliContext): string[] {
  const time = context.terminal.colors.dim(at.toLocaleTimeString(context.language, { hour12: false }));
  return sentencesOf(report, context).map((sentence) => `${time}  ${sentence}`);
}

function sentencesOf(report: KeepAliveReport, context: CliContext): string[] {
  const { t, terminal } = context;
  switch (report.kind) {
    case "watching":
      return watchingSentences(report, context);
    case "disturbed":
      return [about(report.client, t(`findings:${report.finding}.title`), context)];
    case "waiting":
      return [about(report.client, t(`app:keep-alive.waiting.${report.why}`), context)];
    case "acted":
      return actedSentences(report, context);
    case "back":
      return [about(report.client, terminal.colors.green(backSentence(report, context)), context)];
    case "refused":
      return [about(report.client, terminal.colors.red(t("cli:guard.refused")), context)];
    case "gave-up":
      return [about(report.client, terminal.colors.red(t("cli:guard.gave-up", { count: report.tries })), context)];
  }
}

type Kind<Name extends KeepAliveReport["kind"]> = Extract<KeepAliveReport, { readonly kind: Name }>;

function watchingSentences({ clients, left }: Kind<"watching">, { t }: CliContext): string[] {
  const kept = clients.map((client) => {
    const server = client.server ?? t("cli:guard.server-unknown");
    return t("cli:guard.watching", { pid: client.pid, interface: client.interface, server });
  });
  const others = left.map(({ kind, pid, why }) =>
    t("cli:guard.left", { client: kind, pid, why: t(`evidence:${why.code}`, why.args) }),
  );
  return [...(kept.length === 0 ? [t("cli:guard.nothing-to-watch")] : kept), ...others];
}

function actedSentences({ steps, txn }: Kind<"acted">, { t }: CliContext): string[] {
  const done = steps.filter(({ err }) => err === null).map(({ step }) => step);
  const failed = steps.length - done.length;
  return [
    ...(done.length === 0 ? [] : [t("cli:guard.acted", { repair: repairText(done, t), transaction: txn })]),
    ...(failed === 0 ? [] : [t("cli:guard.failed", { count: failed })]),
  ];
}

function backSentence({ silence, byItself }: Kind<"back">, { t }: CliContext): string {
  return t(byItself ? "cli:guard.back-by-itself" : "cli:guard.back", { silence: silenceText(silence, t) });
}

function about({ interface: name }: KeptClient, sentence: string, { t }: CliContext): string {
  return t("cli:guard.about", { interface: name, sentence });
}
