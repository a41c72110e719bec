import { withoutEchoes } from "../../../shared/history/merge-timelines.ts";
import type { TimelineEntry } from "../../../shared/history/timeline.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { entryLines, timelineLines } from "../render/timeline.ts";

/**
 * `holdfast timeline [NUMBER]`: what happened on this machine, the newest first; with the number of an entry as it is
 * listed, what differed before and after. Reads what the app and `holdfast watch` have kept.
 */
export async function timeline(
  number: string | undefined,
  options: { json?: true },
  context: CliContext,
): Promise<ExitCode> {
  const entries = await newestFirst(context);
  const document = number === undefined ? { entries } : { entry: entryAt(number, entries) };
  const text = options.json
    ? JSON.stringify({ schema: 1, ...document }, null, 2)
    : linesOf(document, context).join("\n");
  context.terminal.print(text);
  return EXIT.fine;
}

type Shown = { readonly entries: readonly TimelineEntry[] } | { readonly entry: TimelineEntry };

function linesOf(shown: Shown, context: CliContext): string[] {
  if ("entry" in shown) return entryLines(shown.entry, context);
  return shown.entries.length === 0 ? [context.t("changes:empty")] : timelineLines(shown.entries, context);
}

async function newestFirst({ machine, terminal, t }: CliContext): Promise<TimelineEntry[]> {
  const onProblem = (detail: string) => terminal.complain(t("cli:memory.problem", { detail }));
  const memory = machine.openMemory(await machine.bootId(), { unusable: "leave", onProblem });
  return withoutEchoes(memory.timeline.read()).toReversed();
}

function entryAt(number: string, entries: readonly TimelineEntry[]): TimelineEntry {
  const entry = /^[1-9]\d{0,3}$/.test(number) ? entries[Number(number) - 1] : undefined;
  if (entry === undefined)
    throw new CliFailure(EXIT.usage, "cli:usage.no-timeline-entry", { number, count: entries.length });
  return entry;
}
