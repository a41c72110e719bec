import { findTerm } from "../../../shared/explain/glossary.ts";
import enGlossary from "../../../shared/locales/en/glossary.json" with { type: "json" };
import zhGlossary from "../../../shared/locales/zh-CN/glossary.json" with { type: "json" };
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";

/** `holdfast explain --term WORD`: one entry of the glossary, found by any of its names in either language. */
export function explainTerm(word: string, options: { json?: true }, { terminal, t }: CliContext): ExitCode {
  const term = findTerm(word, [enGlossary.term, zhGlossary.term]);
  if (term === null) throw new CliFailure(EXIT.usage, "cli:usage.unknown-term", { term: word });
  const key = `glossary:term.${term}`;
  const [name, text, example] = [t(`${key}.name`), t(`${key}.text`), t(`${key}.example`)];
  if (options.json) terminal.print(JSON.stringify({ schema: 1, term, name, text, example }, null, 2));
  else
    terminal.print(
      [terminal.colors.bold(name), text, t("cli:label", { name: t("cli:log.example"), text: example })].join("\n"),
    );
  return EXIT.fine;
}
