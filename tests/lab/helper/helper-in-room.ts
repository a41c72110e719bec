import { converse } from "../../../electron/helper-client/conversation.ts";
import type { Conversation } from "../../../electron/helper-client/conversation.ts";
import { helperCommand } from "../../../electron/helper-client/helper-command.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { startHelper } from "../../../electron/helper-client/helper-process.ts";
import type { AnswerOf, AnsweredOperation } from "../../../shared/contract/helper-protocol.ts";
import type { Details } from "../../../electron/helper-client/conversation.ts";
import type { NetworkRoom } from "./network-room.ts";

const ANSWER_MILLISECONDS = 30_000;

/** Starts a helper in the room as a child, as the command line does when it is root. */
function helperIn(room: NetworkRoom, helper: string): Conversation {
  const { stateDirectory } = room;
  const command = [...room.enter, ...helperCommand("child", { helper, node: process.execPath, stateDirectory })];
  return converse(
    startHelper(command),
    ({ status, errors }) => new HelperFailure("helper-ended", { status: status ?? -1, errors }),
  );
}

/** Asks one question of a helper of its own. */
export async function askOnce<Operation extends AnsweredOperation>(
  room: NetworkRoom,
  helper: string,
  operation: Operation,
  details: Details<Operation>,
): Promise<AnswerOf<Operation>> {
  const conversation = helperIn(room, helper);
  try {
    return await conversation.ask(operation, details, ANSWER_MILLISECONDS);
  } finally {
    await conversation.close();
  }
}
