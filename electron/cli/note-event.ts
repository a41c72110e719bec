import { entryIds } from "../observe/kept/entry-ids.ts";
import { NO_DIFFERENCE } from "../../shared/history/difference.ts";
import type { TimelineEntry, TimelineEvent } from "../../shared/history/timeline.ts";
import type { CliContext } from "./context.ts";

/** Adds what a command has done to the timeline; `state` is the one before and after. What cannot be kept is said on standard error. */
export async function noteEvent(
  event: TimelineEvent,
  state: TimelineEntry["state"],
  { machine, terminal, t }: CliContext,
): Promise<void> {
  const onProblem = (detail: string) => terminal.complain(t("cli:memory.problem", { detail }));
  const { timeline } = machine.openMemory(await machine.bootId(), { unusable: "set-aside", onProblem });
  const nextId = entryIds();
  const at = new Date().toISOString();
  timeline.keep([{ id: nextId(), at, state, events: [event], moreEvents: 0, difference: NO_DIFFERENCE }]);
}
