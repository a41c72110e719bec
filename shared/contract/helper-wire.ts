import * as v from "valibot";
import { HelperErrorCode } from "./helper-error.ts";
import { HELPER_LIMITS } from "./helper-limits.ts";
import { ANSWERS, HelperRequest, PROTOCOL_VERSION } from "./helper-protocol.ts";
import type { AnswerOf, HelperOperation } from "./helper-protocol.ts";

/** Used in an error answer when no id could be read. */
export const NO_ID = -1;

/** A request line that was read, or why it was refused; `id` is the request's where it could be read. */
export type RequestLine =
  | { readonly ok: true; readonly request: HelperRequest }
  | { readonly ok: false; readonly id: number; readonly err: HelperErrorCode };

/**
 * Reads one request line (without its line feed). The line must be canonical, that is, equal to what JSON.stringify
 * makes of it: that one comparison refuses duplicate keys, blanks, escapes and odd numbers. Never throws.
 */
export function readRequest(line: string): RequestLine {
  if (line.length > HELPER_LIMITS.longRequestBytes) return refused("too_large");
  const parsed = readCanonical(line);
  if (!parsed.ok) return refused(parsed.err);
  const { value } = parsed;
  if (!isRecord(value)) return refused("bad_shape");
  const id = idOf(value);
  if (value["v"] !== PROTOCOL_VERSION) return refused("bad_version", id);
  const result = v.safeParse(HelperRequest, value);
  if (!result.success) return refused(isUnknownKey(result.issues) ? "bad_key" : "bad_shape", id);
  const long = line.length > HELPER_LIMITS.requestBytes;
  return long && result.output.op !== "apply" ? refused("too_large", id) : { ok: true, request: result.output };
}

/** The line for a request, without its line feed. */
export function requestLine(request: HelperRequest): string {
  return JSON.stringify(request);
}

/** The line for an answer, without its line feed. */
export function answerLine<Operation extends HelperOperation>(id: number, answer: AnswerOf<Operation>): string {
  return JSON.stringify({ v: PROTOCOL_VERSION, id, ok: true, ...answer });
}

/** The line for a refusal, without its line feed. */
export function errorLine(id: number, err: HelperErrorCode): string {
  return JSON.stringify({ v: PROTOCOL_VERSION, id, ok: false, err });
}

/** What a line of the helper says: the answer, its error code, or null when it is not of the protocol. */
export type AnswerLine<Operation extends HelperOperation> =
  | { readonly ok: true; readonly answer: AnswerOf<Operation> }
  | { readonly ok: false; readonly err: HelperErrorCode }
  | null;

const ErrorAnswer = v.strictObject({
  v: v.literal(PROTOCOL_VERSION),
  id: v.number(),
  ok: v.literal(false),
  err: HelperErrorCode,
});
const AnswerEnvelope = v.looseObject({ v: v.literal(PROTOCOL_VERSION), id: v.number(), ok: v.literal(true) });

/** Reads the helper's answer to the request with this id and operation. Never throws. */
export function readAnswer<Operation extends HelperOperation>(
  line: string,
  id: number,
  operation: Operation,
): AnswerLine<Operation> {
  const parsed = readCanonical(line);
  if (!parsed.ok) return null;
  const error = v.safeParse(ErrorAnswer, parsed.value);
  if (error.success) return error.output.id === id || error.output.id === NO_ID ? error.output : null;
  const envelope = v.safeParse(AnswerEnvelope, parsed.value);
  if (!envelope.success || envelope.output.id !== id) return null;
  const { v: _version, id: _id, ok: _ok, ...body } = envelope.output;
  const answer = v.safeParse(ANSWERS[operation], body);
  return answer.success ? { ok: true, answer: answer.output } : null;
}

type Canonical = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly err: HelperErrorCode };

function readCanonical(line: string): Canonical {
  let value: unknown;
  let again: string | undefined;
  try {
    value = JSON.parse(line);
    again = JSON.stringify(value);
  } catch {
    // A syntax error, or nesting so deep that writing it again exhausts the stack.
    return { ok: false, err: "bad_json" };
  }
  return again === line ? { ok: true, value } : { ok: false, err: "not_canonical" };
}

function refused(err: HelperErrorCode, id = NO_ID): RequestLine {
  return { ok: false, id, err };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function idOf(value: Record<string, unknown>): number {
  const { id } = value;
  return typeof id === "number" && Number.isSafeInteger(id) && id >= 0 ? id : NO_ID;
}

// valibot reports a key that a strict object does not know with `expected: "never"`.
function isUnknownKey(issues: readonly v.BaseIssue<unknown>[]): boolean {
  return issues.some((issue) => issue.type === "strict_object" && issue.expected === "never");
}
