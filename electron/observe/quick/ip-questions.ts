import type { CaptureFile } from "../../../shared/capture/capture.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { Tool } from "../command-line.ts";
import { ipSession } from "./ip-session.ts";

/** Constant questions to one session of `ip`. */
export interface IpQuestions {
  /** The questions as a person would type them, e.g. `ip -4 -j rule show`. */
  readonly sources: readonly string[];
  /** Asks all of them, or those with these sources; a file for each. The same file as before where the answer is the same. */
  ask(sources?: readonly string[]): Promise<CaptureFile[]>;
  end(): void;
}

/** Questions that are asked with these options, e.g. `-4 -j`. */
export function questionsTo(ip: Tool, options: readonly string[], questions: readonly string[]): IpQuestions {
  const session = ipSession(ip, options);
  const beginning = ["ip", ...options, ""].join(" ");
  const known = new Map<string, CaptureFile>();
  const all = questions.map((question) => beginning + question);
  const fileOf = (source: string, text: string): CaptureFile => {
    const before = known.get(source);
    if (before?.content.read === true && before.content.text === text) return before;
    const file: CaptureFile = { name: source, source, content: { read: true, text } };
    known.set(source, file);
    return file;
  };
  return {
    sources: all,
    async ask(sources = all) {
      try {
        const answers = await session.ask(sources.map((source) => source.slice(beginning.length)));
        return answers.map((text, index) => fileOf(sources[index] ?? "", text));
      } catch {
        // What could not be asked is unobserved, and then nothing is concluded from it; the session starts anew.
        const reason = codedText("command-failed", { detail: "no-answer" });
        return sources.map((source) => ({ name: source, source, content: { read: false, reason } }));
      }
    },
    end: session.end,
  };
}
