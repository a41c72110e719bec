import type { AnsweredOperation, AnswerOf, HelperRequest } from "../../shared/contract/helper-protocol.ts";
import { apply } from "./operations/apply.ts";
import { hello } from "./operations/hello.ts";
import { journal } from "./operations/journal.ts";
import { plan } from "./operations/plan.ts";
import { status } from "./operations/status.ts";
import { undo } from "./operations/undo.ts";
import type { Session } from "./session.ts";

/** The requests that have one answer. */
export type AnsweredRequest = Extract<HelperRequest, { readonly op: AnsweredOperation }>;

/** The six things that the helper can be asked, and nothing else but to keep VPNs alive. Throws Refusal. */
export function dispatch(request: AnsweredRequest, session: Session): Promise<AnswerOf<AnsweredOperation>> {
  switch (request.op) {
    case "hello":
      return hello(session);
    case "status":
      return status(session);
    case "plan":
      return plan(session);
    case "apply":
      return apply(session, request.digest, request.only);
    case "undo":
      return undo(session, request.txn);
    case "journal":
      return journal(session, request.limit);
  }
}
