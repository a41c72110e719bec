import { dispatch } from "../../../electron/helper/dispatch.ts";
import type { AnsweredRequest } from "../../../electron/helper/dispatch.ts";
import type { Door } from "../../../electron/helper/door.ts";
import type { Host } from "../../../electron/helper/host.ts";
import { answerLine, readAnswer } from "../../../shared/contract/helper-wire.ts";
import { Refusal } from "../../../electron/helper/refusal.ts";
import type { Session } from "../../../electron/helper/session.ts";
import type { AnsweredOperation, AnswerOf } from "../../../shared/contract/helper-protocol.ts";
import type { Details } from "../../../electron/helper-client/conversation.ts";

/** A session of this user on the host, who came in by this door. */
export function sessionOn(host: Host, uid = 1000, door: Door = "all"): Session {
  return {
    host,
    caller: { uid, mode: "child" },
    door,
    ruleset: "a".repeat(64),
    version: "1.0.0",
    audit: () => undefined,
  };
}

/** Asks one question of a helper on this host. Throws Refusal. */
export async function ask<Operation extends AnsweredOperation>(
  host: Host,
  operation: Operation,
  details: Details<Operation>,
  uid?: number,
): Promise<AnswerOf<Operation>> {
  const request = { v: 1, id: 0, op: operation, ...details } as AnsweredRequest;
  const answer = readAnswer(answerLine(0, await dispatch(request, sessionOn(host, uid))), 0, operation);
  if (answer?.ok !== true) throw new Error(`no answer to ${operation}`);
  return answer.answer;
}

/** The code with which the helper refuses, `none` when it does not. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "none";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
