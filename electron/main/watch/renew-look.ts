import { systemClock } from "../../observe/clock.ts";
import type { Clock } from "../../observe/clock.ts";
import type { ModelStore } from "../model.ts";

/** Who opens the popover sees a look that is not older than this; milliseconds. */
const FRESH_FOR = 30_000;

/** What renewing a look needs. */
export interface RenewParts {
  readonly model: Pick<ModelStore, "getState">;
  look(): Promise<void>;
  onError(error: unknown): void;
  readonly clock?: Pick<Clock, "now">;
}

/** Looks again when the last look is some time ago: while nothing is reported to change, nobody looks. */
export function renewLook({ model, look, onError, clock = systemClock }: RenewParts): void {
  const { observation } = model.getState();
  if (observation === null || clock.now() - Date.parse(observation.at) < FRESH_FOR) return;
  look().catch(onError);
}
