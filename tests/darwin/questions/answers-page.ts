import type { Language } from "../../../shared/contract/settings.ts";
import type { Translate } from "../../../shared/locales/i18n.ts";
import type { Question } from "./questions.ts";

/** A question and what the command printed, by language. */
export interface Answer {
  readonly question: Question;
  readonly printed: Readonly<Record<Language, string>>;
}

const WORDS = {
  en: {
    title: "The questions of a student, answered",
    story:
      "She connected on campus, closed the lid, joined her phone's hotspot at home, and could not connect any more. This is what she asked, and what Holdfast answers there. A test runs each command on a simulated Mac in that state and compares this page with what it prints.",
    place: "In the app",
  },
  "zh-CN": {
    title: "一位学生的提问，以及 Holdfast 的回答",
    story:
      "她在校园里连上 VPN，合上电脑，回家后连上手机热点，VPN 就再也连不上了。下面是她的提问，以及 Holdfast 在这种状态下的回答。测试会在处于该状态的模拟 Mac 上运行每条命令，并与本页核对。",
    place: "在应用中",
  },
} as const;

/** Of a long answer its beginning and its end are shown. */
const SHOWN_LINES = { first: 24, last: 16 } as const;

/** The page with all answers in one language. Times to the minute, transactions without their numbers. */
export function answersPage(answers: readonly Answer[], language: Language, t: Translate): string {
  const words = WORDS[language];
  const sections = answers.map(({ question, printed }) => {
    const command = question.command.map((word) => word.replace("LANGUAGE", language)).join(" ");
    const separator = language === "en" ? ": " : "：";
    return [
      `## ${question.asked[language]}`,
      `${words.place}${separator}**${t(`app:view.${question.place}`)}**`,
      `<img src="pictures/answers/${question.picture}-${language}.png" width="380" alt="${question.asked[language]}">`,
      `\`\`\`\n$ holdfast ${command}\n${shortened(steady(printed[language]).trimEnd())}\n\`\`\``,
    ].join("\n\n");
  });
  return `${[`# ${words.title}`, words.story, ...sections].join("\n\n")}\n`;
}

function shortened(text: string): string {
  const lines = text.split("\n");
  const { first, last } = SHOWN_LINES;
  return lines.length <= first + last + 1
    ? text
    : [...lines.slice(0, first), "  […]", ...lines.slice(-last)].join("\n");
}

// The simulated Mac's clock goes on while the test runs, and transactions are random.
function steady(text: string): string {
  return text
    .replaceAll("\u202f", " ")
    .replace(/(\d{1,2}:\d{2}):\d{2}/g, "$1")
    .replace(/\b[0-9a-f]{32}\b/g, "…");
}
