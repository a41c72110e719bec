import { EMPTY_HISTORY } from "../history/history.ts";
import type { History } from "../history/history.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Step } from "./step.ts";
import { vetoAddition, vetoDeletion, vetoReplacement } from "./veto-routes.ts";
import { vetoNudge, vetoResolver, vetoStateFile } from "./veto-others.ts";

/**
 * The second, independent check of one step: it knows the table, the interfaces and the ledger, but none of the rules and
 * nothing of the findings. Null when the step may be taken, else why not.
 */
export function veto(step: Step, snapshot: Snapshot, history: History = EMPTY_HISTORY): CodedText | null {
  switch (step.op) {
    case "delete-route":
      return vetoDeletion(step.route, snapshot, history);
    case "add-route":
      return vetoAddition(step.route, snapshot);
    case "replace-route":
      return vetoReplacement(step.route, step.replacement, snapshot, history);
    case "nudge-client":
      return vetoNudge(step.pid, step.startedAt, snapshot);
    case "clear-resolver":
      return vetoResolver(step.path, step.servers, snapshot);
    case "remove-state-file":
      return vetoStateFile(step.path, step.pid, snapshot);
    default:
      return codedText("unknown-step", {});
  }
}
