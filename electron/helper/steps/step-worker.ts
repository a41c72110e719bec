import type { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import type { UndoRefusal } from "../../../shared/contract/helper-protocol.ts";
import type { StepOf } from "../../../shared/repair/step-of.ts";
import type { Step } from "../../../shared/repair/step.ts";
import type { Interface } from "../../../shared/snapshot/interface.ts";
import type { Host } from "../host.ts";
import type { FileChange, LinkIdentity } from "../journal/record.ts";
import type { Operator } from "../operator.ts";

/** What a step works with. */
export interface Workplace {
  readonly host: Host;
  readonly operator: Operator;
}

/** What undoing works with besides: the interfaces as they were and as they are. */
export interface UndoWorkplace extends Workplace {
  readonly links: readonly LinkIdentity[];
  readonly interfaces: readonly Interface[];
}

/** How one kind of step is carried out, recognised afterwards and taken back. Every answer comes from looking, none from a tool's word. */
export interface StepWorker<Operation extends Step["op"]> {
  /** What the step will do to a file, read before anything is done; null for steps about no file. Throws Refusal. */
  prepare(step: StepOf<Operation>, host: Host): FileChange | null;
  /** Does it. Null when its effect is there afterwards, else why not. */
  perform(step: StepOf<Operation>, workplace: Workplace, file: FileChange | null): Promise<HelperErrorCode | null>;
  /** Whether its effect is there now, in whole or in part: the question after a crash. */
  isDone(step: StepOf<Operation>, workplace: Workplace, file: FileChange | null): boolean;
  /** Takes it back. Null when all is as it was before. */
  undo(step: StepOf<Operation>, workplace: UndoWorkplace, file: FileChange | null): Promise<UndoRefusal | null>;
}
