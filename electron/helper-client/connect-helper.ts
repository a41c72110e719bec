import type { HelloAnswer } from "../../shared/contract/helper-protocol.ts";
import { PROTOCOL_VERSION } from "../../shared/contract/helper-protocol.ts";
import { converse } from "./conversation.ts";
import type { Conversation } from "./conversation.ts";
import { helperCommand } from "./helper-command.ts";
import type { ConnectOptions, HelperConnection, HelperMode, HelperPurpose } from "./helper-connection.ts";
import { HelperFailure } from "./helper-failure.ts";
import type { HelperEnd, HelperLines } from "./helper-lines.ts";
import { installedFor, modeOf } from "./helper-mode.ts";
import { startHelper } from "./helper-process.ts";
import { connectSocket } from "./helper-socket.ts";
import { commandText } from "../../shared/explain/command-text.ts";
import { mismatchOf } from "./mismatch.ts";

/** A dialogue for a password is open as long as a person needs. */
const HELLO_MILLISECONDS: Record<HelperMode, number> = { socket: 10_000, child: 10_000, sudo: 10_000, pkexec: 180_000 };
const ANSWER_MILLISECONDS = 45_000;
/** pkexec(1): the dialogue was dismissed. */
const PKEXEC_DISMISSED = 126;

/**
 * Starts the helper, or connects to the installed one, and greets it. Throws HelperFailure: `needs-rights` with the
 * command that a person can type, `authorisation-refused`, `helper-missing`, `helper-untrusted`, `denied`,
 * `runtime-missing`, `helper-ended`, `helper-silent`, `helper-garbled`,
 * `helper-older` or `helper-newer` when both share no version of the protocol.
 */
export async function connectHelper(options: ConnectOptions = {}): Promise<HelperConnection> {
  const mode = modeOf(options);
  const helper =
    mode === "socket"
      ? connectSocket(trustedSocket(options.purpose ?? "repair"))
      : startHelper(helperCommand(mode, options));
  try {
    return await greet(helper, (end) => failureOfEnd(end, mode, options), HELLO_MILLISECONDS[mode]);
  } catch (error) {
    throw mode === "socket" ? error : rightsFor(error, options);
  }
}

function trustedSocket(purpose: HelperPurpose): string {
  const installed = installedFor(purpose);
  if (installed === null) throw new HelperFailure("unsupported-os");
  const { socket, found } = installed;
  switch (found.state) {
    case "ready":
      return socket;
    case "absent":
      throw new HelperFailure("helper-missing", { path: socket });
    case "other-user":
      throw new HelperFailure("denied");
    case "untrusted":
      throw new HelperFailure("helper-untrusted", { path: found.path });
  }
}

/**
 * Greets a helper that runs and waits `milliseconds` for its answer; `whenEnded` names the failure when it ends instead.
 * Throws HelperFailure as `connectHelper` does; the helper is closed then.
 */
export async function greet(
  helper: HelperLines,
  whenEnded: (end: HelperEnd) => HelperFailure,
  milliseconds: number,
): Promise<HelperConnection> {
  const conversation = converse(helper, whenEnded);
  try {
    const hello = await conversation.ask("hello", {}, milliseconds);
    const [oldest, newest] = hello.protocol;
    if (oldest > PROTOCOL_VERSION) throw new HelperFailure("helper-newer", { helper: hello.helper });
    if (newest < PROTOCOL_VERSION) throw new HelperFailure("helper-older", { helper: hello.helper });
    return connectionOf(conversation, hello);
  } catch (error) {
    await conversation.close();
    throw error;
  }
}

function connectionOf(conversation: Conversation, hello: HelloAnswer): HelperConnection {
  const mismatch = mismatchOf(hello, { version: __VERSION__, ruleset: __RULESET__ });
  return {
    hello,
    mismatch,
    status: () => conversation.ask("status", {}, ANSWER_MILLISECONDS),
    plan: () => conversation.ask("plan", {}, ANSWER_MILLISECONDS),
    async apply(digest, only) {
      if (mismatch !== null) throw new HelperFailure(mismatch, { helper: hello.helper });
      const chosen = only === undefined ? {} : { only: [...only] };
      return conversation.ask("apply", { digest, ...chosen }, ANSWER_MILLISECONDS);
    },
    undo: (txn) => conversation.ask("undo", { txn }, ANSWER_MILLISECONDS),
    journal: (limit) => conversation.ask("journal", { limit }, ANSWER_MILLISECONDS),
    async keepAlive(onReport) {
      // What changes routes by itself must judge by the rules that this program shows.
      if (mismatch !== null) throw new HelperFailure(mismatch, { helper: hello.helper });
      return conversation.follow(onReport);
    },
    close: () => conversation.close(),
  };
}

function failureOfEnd({ status, errors }: HelperEnd, mode: HelperMode, options: ConnectOptions): HelperFailure {
  if (mode === "pkexec" && status === PKEXEC_DISMISSED) return new HelperFailure("authorisation-refused");
  // Neither sudo nor pkexec said yes, or one of them is not there: no helper ever ran.
  const neverRan = (mode === "sudo" || mode === "pkexec") && !errors.startsWith("{");
  if (neverRan) return needsRights(options);
  return new HelperFailure("helper-ended", { status: status ?? -1 });
}

// The helper itself says `denied` when it was started without rights.
function rightsFor(error: unknown, options: ConnectOptions): unknown {
  return error instanceof HelperFailure && error.code === "denied" ? needsRights(options) : error;
}

function needsRights({ retry = [process.execPath, ...process.argv.slice(1)] }: ConnectOptions): HelperFailure {
  return new HelperFailure("needs-rights", { command: commandText(["sudo", ...retry]) });
}
