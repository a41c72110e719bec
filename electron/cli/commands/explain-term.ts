import { findTerm, glossaryTerms, nearTerms } from "../../../shared/explain/glossary.ts";
import enGlossary from "../../../shared/locales/en/glossary.json" with { type: "json" };
import zhGlossary from "../../../shared/locales/zh-CN/glossary.json" with { type: "json" };
import type { Translate } from "../../../shared/locales/i18n.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";

const NAMES = [enGlossary.term, zhGlossary.term];

/** `holdfast explain --term WORD`: one entry of the glossary, found by any of its names in either language. */
export function explainTerm(word: string, options: { json?: true }, { terminal, t }: CliContext): ExitCode {
  const term = findTerm(word, NAMES);
  if (term === null) throw unknownTerm(word, t);
  const key = `glossary:term.${term}`;
  const [name, text, example] = [t(`${key}.name`), t(`${key}.text`), t(`${key}.example`)];
  if (options.json) terminal.print(JSON.stringify({ schema: 1, term, name, text, example }, null, 2));
  else
    terminal.print(
      [terminal.colors.bold(name), text, t("cli:label", { name: t("cli:log.example"), text: example })].join("\n"),
    );
  return EXIT.fine;
}

/** `holdfast explain --terms`: all names of the glossary with the beginning of what they mean. */
export function listTerms(options: { json?: true }, { terminal, t }: CliContext): ExitCode {
  const terms = glossaryTerms.map((term) => {
    const key = `glossary:term.${term}`;
    return { term, name: t(`${key}.name`), text: t(`${key}.text`), example: t(`${key}.example`) };
  });
  const lines = terms.map(({ name, text }) =>
    t("cli:label", { name: terminal.colors.bold(name), text: firstSentence(text) }),
  );
  terminal.print(options.json ? JSON.stringify({ schema: 1, terms }, null, 2) : lines.join("\n"));
  return EXIT.fine;
}

// A full stop within an address or a number is no end: a blank or the end of the text follows a real one.
function firstSentence(text: string): string {
  return /^.*?(?:[.?](?= |$)|[。？])/.exec(text)?.[0] ?? text;
}

function unknownTerm(word: string, t: Translate): CliFailure {
  const near = nearTerms(word, NAMES).map((term) => t(`glossary:term.${term}.name`));
  if (near.length === 0) return new CliFailure(EXIT.usage, "cli:usage.unknown-term", { term: word });
  return new CliFailure(EXIT.usage, "cli:usage.unknown-term-near", { term: word, near });
}
