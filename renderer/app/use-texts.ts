import type { i18n } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Texts } from "../../shared/locales/i18n.ts";

/** Teaches the present i18n further texts before what is inside is drawn. */
export function useTexts(texts: Texts): void {
  const { i18n } = useTranslation();
  useState(() => teach(i18n, texts));
}

function teach(i18n: i18n, texts: Texts): void {
  for (const [language, namespaces] of Object.entries(texts))
    for (const [namespace, words] of Object.entries(namespaces)) i18n.addResourceBundle(language, namespace, words);
}
