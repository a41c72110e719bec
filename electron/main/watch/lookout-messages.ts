import type { Result } from "../../../shared/contract/result.ts";
import type { History } from "../../../shared/history/history.ts";
import type { Seen } from "./lookout.ts";
import type { QuestionName, Questions } from "./questions.ts";

/** What a lookout's thread begins with. */
export interface LookoutStart {
  readonly history: History;
  /** Boot id of the kernel. */
  readonly boot: string;
}

/** What main tells the lookout's thread. */
export type Order =
  | { readonly do: "sleep" | "wake" | "stop" }
  | { readonly do: "learn"; readonly history: History }
  | { readonly do: "look" | "redacted"; readonly id: number }
  | {
      [Name in QuestionName]: {
        readonly do: "answer";
        readonly id: number;
        readonly name: Name;
        readonly given: Questions[Name]["given"];
      };
    }[QuestionName];

/** What the thread tells main. */
export type Report =
  | { readonly tell: "seen"; readonly seen: Seen }
  | { readonly tell: "mistake"; readonly error: unknown }
  /** The end of a `look`, an `answer` or a `redacted`. */
  | { readonly tell: "done"; readonly id: number; readonly result: Result<unknown> }
  | { readonly tell: "failed"; readonly id: number; readonly error: unknown };
