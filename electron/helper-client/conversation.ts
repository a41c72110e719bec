import type { AnsweredOperation, HelperOperation, HelperRequest } from "../../shared/contract/helper-protocol.ts";
import { PROTOCOL_VERSION } from "../../shared/contract/helper-protocol.ts";
import type { AnswerOf } from "../../shared/contract/helper-protocol.ts";
import type { KeepAliveReport } from "../../shared/contract/keep-alive.ts";
import { readAnswer, requestLine } from "../../shared/contract/helper-wire.ts";
import { failureOf, HelperFailure } from "./helper-failure.ts";
import type { HelperEnd, HelperLines } from "./helper-lines.ts";

/** What a request of this operation says besides its name. */
export type Details<Operation extends HelperOperation> = Omit<
  Extract<HelperRequest, { readonly op: Operation }>,
  "v" | "id" | "op"
>;

/** Questions and answers, one after the other. */
export interface Conversation {
  /** Asks and waits for the answer. Throws HelperFailure: the helper's code, `helper-silent`, `helper-garbled`, or what `whenEnded` says. */
  ask<Operation extends AnsweredOperation>(
    operation: Operation,
    details: Details<Operation>,
    milliseconds: number,
  ): Promise<AnswerOf<Operation>>;
  /** Asks to keep VPNs alive and gives on each report, without any limit of time. Throws HelperFailure as `ask` does, also at the end. */
  follow(onReport: (report: KeepAliveReport) => void): Promise<never>;
  close(): Promise<void>;
}

/** A conversation with a helper; `whenEnded` names the failure when it ends instead of answering. */
export function converse(helper: HelperLines, whenEnded: (end: HelperEnd) => HelperFailure): Conversation {
  let nextId = 0;
  let last: Promise<unknown> = Promise.resolve();
  const askNow = async <Operation extends AnsweredOperation>(
    operation: Operation,
    details: Details<Operation>,
    milliseconds: number,
  ): Promise<AnswerOf<Operation>> => {
    const id = nextId++;
    helper.send(requestLine({ v: PROTOCOL_VERSION, id, op: operation, ...details } as HelperRequest));
    return answerIn(await helper.next(milliseconds), id, operation);
  };
  const answerIn = <Operation extends HelperOperation>(
    line: string | HelperEnd,
    id: number,
    operation: Operation,
  ): AnswerOf<Operation> => {
    if (typeof line !== "string") throw whenEnded(line);
    const answer = readAnswer(line, id, operation);
    if (answer === null) throw new HelperFailure("helper-garbled");
    if (!answer.ok) throw failureOf(answer.err);
    return answer.answer;
  };
  return {
    // The protocol has one answer at a time: a second question waits for the first one's answer.
    ask(operation, details, milliseconds) {
      const ask = () => askNow(operation, details, milliseconds);
      const turn = last.then(ask, ask);
      last = turn;
      return turn;
    },
    async follow(onReport) {
      await last;
      const id = nextId++;
      helper.send(requestLine({ v: PROTOCOL_VERSION, id, op: "keep-alive" }));
      for (;;) onReport(answerIn(await helper.next(null), id, "keep-alive").report);
    },
    close: () => helper.close(),
  };
}
