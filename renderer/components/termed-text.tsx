import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { lateTexts } from "../app/late-texts.ts";
import { useClient } from "../app/services.ts";
import { termNames } from "../text/term-names.ts";
import { termFinder } from "../text/terms-in.ts";
import type { TermFinder } from "../text/terms-in.ts";
import type { Language } from "../../shared/contract/settings.ts";
import { TermLink } from "./term-link.tsx";

interface TermedTextProps {
  /** A sentence or more. */
  readonly children: string;
  /** How many words at most are underlined: each is a stop for the keyboard. */
  readonly most: number;
}

type Finders = Readonly<Record<Language, TermFinder>>;

/** Once they are here, everybody has them. */
let loaded: Finders | null = null;

/** A text whose words of the field lead to the glossary. Until the glossary is loaded it is plain; its place does not change. */
export function TermedText({ children, most }: TermedTextProps) {
  const { i18n } = useTranslation();
  const finder = useFinders()?.[i18n.language as Language];
  if (finder === undefined) return children;
  return finder(children, most).map(({ text, term }, index) =>
    term === null ? (
      text
    ) : (
      <TermLink key={`${term} ${index}`} term={term}>
        {text}
      </TermLink>
    ),
  );
}

function useFinders(): Finders | null {
  const client = useClient();
  const [finders, setFinders] = useState(loaded);
  useEffect(() => {
    if (loaded !== null) return;
    void lateTexts(client, "glossary").then((texts) => {
      loaded ??= { en: termFinder(termNames(texts.en)), "zh-CN": termFinder(termNames(texts["zh-CN"])) };
      setFinders(loaded);
    });
  }, [client]);
  return finders;
}
