import { setTimeout as wait } from "node:timers/promises";
import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import type { KeptAliveEvent } from "../../../shared/history/timeline.ts";
import { episodeOf } from "../../../shared/keep-alive/episode-of.ts";
import { followReport, NOTHING_FOLLOWED } from "../../../shared/keep-alive/follow-report.ts";
import type { HelperConnection } from "../../helper-client/helper-connection.ts";
import { HelperFailure } from "../../helper-client/helper-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { withHelperFailures } from "../helper-failures.ts";
import { lookHere } from "../look.ts";
import { noteEvent } from "../note-event.ts";
import { keepAliveLines } from "../render/keep-alive.ts";

/** Milliseconds until the next try: after the helper ended, and while another one keeps VPNs alive. */
const PAUSES: Readonly<Record<string, number>> = { "helper-ended": 1_000, busy: 30_000 };

/** `holdfast guard`: keeps VPNs alive over changes of the network until Ctrl-C; with `--json` one line for each report. */
export async function guard(options: { json?: true }, context: CliContext): Promise<ExitCode> {
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const noteReport = episodeNoter(context);
  const say = (report: KeepAliveReport) => {
    if (options.json) context.terminal.print(JSON.stringify({ at: new Date().toISOString(), ...report }));
    else for (const line of keepAliveLines(report, new Date(), context)) context.terminal.print(line);
    noteReport(report);
  };
  return withHelperFailures(async () => {
    let complaint = "";
    while (!ending.signal.aborted) {
      const failure = await keepUntilItEnds(context, say, ending.signal);
      if (failure === null) return EXIT.fine;
      const pause = PAUSES[failure.code];
      if (pause === undefined) throw failure;
      // The same thing is said once, however long it lasts.
      if (failure.code !== complaint || pause < 10_000)
        context.terminal.complain(context.t(`cli:guard.${failure.code}`));
      complaint = failure.code;
      await wait(pause, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    return EXIT.fine;
  });
}

/** Gives what adds the end of each trouble to the timeline. */
function episodeNoter(context: CliContext): (report: KeepAliveReport) => void {
  let followed = NOTHING_FOLLOWED;
  return (report) => {
    const episode = episodeOf(followed, report);
    followed = followReport(followed, report, new Date().toISOString());
    if (episode !== null) void noteEpisode(episode, context);
  };
}

async function noteEpisode(episode: KeptAliveEvent, context: CliContext): Promise<void> {
  try {
    const { assessment } = await lookHere(context);
    await noteEvent(episode, { before: null, after: assessment.state }, context);
  } catch (error) {
    // The guard goes on: what it keeps alive matters more than the note of it.
    context.terminal.complain(context.t("cli:memory.problem", { detail: String(error) }));
  }
}

/** Null when it was told to end, else why the helper does not do it any more. */
async function keepUntilItEnds(
  { machine }: CliContext,
  say: (report: KeepAliveReport) => void,
  ending: AbortSignal,
): Promise<HelperFailure | null> {
  let helper: HelperConnection | null = null;
  const close = () => void helper?.close();
  ending.addEventListener("abort", close);
  try {
    helper = await machine.connectHelper();
    return ending.aborted ? null : await helper.keepAlive(say);
  } catch (error) {
    if (ending.aborted) return null;
    if (error instanceof HelperFailure) return error;
    throw error;
  } finally {
    ending.removeEventListener("abort", close);
    await helper?.close();
  }
}
