import { use, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Client } from "../../shared/contract/ipc.ts";
import type { LateNamespace, LateTexts } from "../../shared/contract/texts.ts";
import { useClient } from "./services.ts";

/** What was asked for; whoever asks again gets the same. */
const asked = new Map<LateNamespace, Promise<LateTexts>>();

/** Texts that main keeps until somebody needs them, in every language. Rejects when main does not answer; then it may be asked again. */
export function lateTexts(client: Client, namespace: LateNamespace): Promise<LateTexts> {
  const known = asked.get(namespace);
  if (known !== undefined) return known;
  const asking = client.texts({ namespace }).then((answer) => {
    if (answer.ok) return answer.value;
    asked.delete(namespace);
    throw new Error(`no texts of ${namespace}: ${answer.error.code}`);
  });
  asked.set(namespace, asking);
  return asking;
}

/** Teaches the present i18n a namespace before what is inside is drawn, which waits for it (React's `Suspense`). */
export function useLateTexts(namespace: LateNamespace): LateTexts {
  const { i18n } = useTranslation();
  const texts = use(lateTexts(useClient(), namespace));
  useState(() => {
    for (const [language, words] of Object.entries(texts)) i18n.addResourceBundle(language, namespace, words);
  });
  return texts;
}
