import type { HelperErrorCode } from "../../shared/contract/helper-error.ts";
import { HELPER_LIMITS } from "../../shared/contract/helper-limits.ts";
import type { KeepAliveReport } from "../../shared/contract/keep-alive.ts";
import type { AnsweredOperation, AnswerOf, HelperRequest } from "../../shared/contract/helper-protocol.ts";
import { answerLine, errorLine, NO_ID, readRequest } from "../../shared/contract/helper-wire.ts";
import type { AuditEntry } from "./audit.ts";
import { dispatch } from "./dispatch.ts";
import type { AnsweredRequest } from "./dispatch.ts";
import { mayAsk } from "./door.ts";
import { keepAlive } from "./keep-alive/keep-alive.ts";
import { Refusal } from "./refusal.ts";
import type { Session } from "./session.ts";

/** What came in: a line, the end, or why no further line will be taken. */
export type Incoming =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly err: HelperErrorCode };

/** One connection. */
export interface Connection {
  next(): Promise<Incoming>;
  /** Sends one line and returns when it is out. */
  send(line: string): Promise<void>;
  /** Holds the connection open without any limit of time; resolves when the client ends it, or says anything more. */
  hold(): Promise<void>;
}

/** Answers the requests of one connection, one after the other, until it ends or breaks a rule. Never throws for what a client sends. */
export async function serve(session: Session, connection: Connection): Promise<void> {
  for (let count = 0; ; count++) {
    const incoming = await connection.next();
    if (incoming.kind === "end") return;
    if (incoming.kind === "refused") return connection.send(errorLine(NO_ID, incoming.err));
    if (count === HELPER_LIMITS.requestsPerConnection) return connection.send(errorLine(NO_ID, "too_many"));
    const read = readRequest(incoming.text);
    if (!read.ok) await connection.send(errorLine(read.id, read.err));
    else if (!mayAsk(session.door, read.request.op)) await connection.send(refuse(read.request, session, "denied"));
    else if (read.request.op === "keep-alive") return holdOpen(read.request, session, connection);
    else await connection.send(await reply(read.request, session));
  }
}

async function holdOpen(request: HelperRequest, session: Session, connection: Connection): Promise<void> {
  try {
    const end = new AbortController();
    const ended = connection.hold().then(() => end.abort());
    const send = (report: KeepAliveReport) => void connection.send(answerLine(request.id, { report }));
    await keepAlive(session, send, end.signal);
    await ended;
    session.audit(entryFor(request, session, "ended"));
  } catch (error) {
    await connection.send(refusalOf(error, request, session));
  }
}

async function reply(request: AnsweredRequest, session: Session): Promise<string> {
  try {
    const answer = await dispatch(request, session);
    const line = answerLine(request.id, answer);
    if (Buffer.byteLength(line) >= HELPER_LIMITS.responseBytes) throw new Refusal("too_many");
    session.audit({ ...entryFor(request, session, "ok"), ...outcomeOf(answer) });
    return line;
  } catch (error) {
    return refusalOf(error, request, session);
  }
}

function refuse(request: HelperRequest, session: Session, err: HelperErrorCode): string {
  session.audit(entryFor(request, session, err));
  return errorLine(request.id, err);
}

function refusalOf(error: unknown, request: HelperRequest, session: Session): string {
  const err = error instanceof Refusal ? error.code : "internal";
  const detail = error instanceof Refusal ? {} : { detail: String(error) };
  session.audit({ ...entryFor(request, session, err), ...detail });
  return errorLine(request.id, err);
}

function entryFor(request: HelperRequest, { caller }: Session, result: string): AuditEntry {
  return {
    op: request.op,
    uid: caller.uid,
    result,
    ...("txn" in request && { txn: request.txn }),
    ...("digest" in request && { digest: request.digest }),
  };
}

function outcomeOf(answer: AnswerOf<AnsweredOperation>): Pick<AuditEntry, "txn" | "counts"> {
  if ("done" in answer) {
    return { txn: answer.txn, counts: { done: answer.done, failed: answer.failed.length, left: answer.left } };
  }
  return "restored" in answer ? { counts: { restored: answer.restored, skipped: answer.skipped.length } } : {};
}
