import { describe, expect } from "vitest";
import { Language } from "../../../shared/contract/settings.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";
import { macTest } from "../mac-test.ts";
import { connected } from "../world/clients/openconnect.ts";
import { vpnSlice } from "../world/clients/vpn-slice.ts";
import type { Holdfast, Outcome } from "../world/holdfast/holdfast.ts";
import type { Mac } from "../world/mac.ts";
import { CAMPUS, HOTSPOT } from "../world/network.ts";
import { answersPage } from "./answers-page.ts";
import type { Answer } from "./answers-page.ts";
import { QUESTIONS } from "./questions.ts";
import type { Question } from "./questions.ts";

const HOUR = 3_600_000;

/** On campus with the VPN, at home without it: the state in which she asked, with Holdfast watching all the while. */
async function intoTheState(mac: Mac, holdfast: Holdfast): Promise<void> {
  mac.joins(CAMPUS);
  const vpn = connected(mac, { script: vpnSlice });
  await holdfast.watches();
  mac.sleeps(2 * HOUR);
  vpn.isKilled();
  mac.joins(HOTSPOT);
  await holdfast.watches();
}

function ask({ command }: Question, language: Language, holdfast: Holdfast): Promise<Outcome> {
  return holdfast.run(...command.map((word) => word.replace("LANGUAGE", language)), "--lang", language);
}

/** What the command prints, in each language. She has no default route when she asks how to set one. */
async function answer(question: Question, mac: Mac, holdfast: Holdfast): Promise<Answer> {
  const isWithoutDefault = question.command.includes("default-route-missing");
  if (isWithoutDefault) mac.run(["route", "-n", "delete", "default"]);
  const printed: Record<Language, string> = { en: "", "zh-CN": "" };
  for (const language of Language.options) {
    printed[language] = (await ask(question, language, holdfast)).out;
    if (question.command.includes("--yes")) await holdfast.run("undo");
  }
  if (isWithoutDefault) mac.run(["route", "-n", "add", "default", HOTSPOT.router]);
  return { question, printed };
}

describe("what she asked", () => {
  macTest(
    "each question is answered by one command in both languages, as the page shows",
    async ({ mac, holdfast }) => {
      await intoTheState(mac, holdfast);
      const answers: Answer[] = [];
      for (const question of QUESTIONS) answers.push(await answer(question, mac, holdfast));
      for (const language of Language.options) {
        for (const { question, printed } of answers)
          for (const words of question.says[language])
            expect.soft(printed[language], question.asked.en).toContain(words);
        const page = answersPage(answers, language, desktopTranslator(language));
        await expect(page).toMatchFileSnapshot(`../../../docs/answers.${language}.md`);
      }
    },
  );
});
