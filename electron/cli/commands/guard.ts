import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import type { KeptAliveEvent } from "../../../shared/history/timeline.ts";
import { episodeOf } from "../../../shared/keep-alive/episode-of.ts";
import { followReport, NOTHING_FOLLOWED } from "../../../shared/keep-alive/follow-report.ts";
import { HelperFailure } from "../../helper-client/helper-failure.ts";
import { holdHelper } from "../../helper-client/hold-helper.ts";
import { systemClock } from "../../observe/clock.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { withHelperFailures } from "../helper-failures.ts";
import { lookHere } from "../look.ts";
import { noteEvent } from "../note-event.ts";
import { keepAliveLines } from "../render/keep-alive.ts";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** `holdfast guard`: keeps VPNs alive over changes of the network until Ctrl-C; with `--json` one line for each report. */
export async function guard(options: { json?: true }, context: CliContext): Promise<ExitCode> {
  const noteReport = episodeNoter(context);
  const onReport = (report: KeepAliveReport) => {
    if (options.json) context.terminal.print(JSON.stringify({ at: new Date().toISOString(), ...report }));
    else for (const line of keepAliveLines(report, new Date(), context)) context.terminal.print(line);
    noteReport(report);
  };
  await withHelperFailures(() => keepUntilTold(context, onReport));
  return EXIT.fine;
}

/** Resolves when a signal tells it to end; rejects with why there can be no helper. */
function keepUntilTold(
  { machine, terminal, t }: CliContext,
  onReport: (report: KeepAliveReport) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let failures = 0;
    let said = "";
    const helper = holdHelper({
      connect: () => machine.connectHelper(),
      after: systemClock.after,
      onReport(report) {
        failures = 0;
        said = "";
        onReport(report);
      },
      onFailure(error) {
        const pause = pauseAfter(error, failures);
        if (pause === null) reject(error);
        else if (error instanceof HelperFailure && error.code !== said) {
          // The same thing is said once, however long it lasts.
          said = error.code;
          terminal.complain(t(`cli:guard.${error.code}`));
        }
        failures += 1;
        return pause;
      },
    });
    const end = () => void helper.letGo().then(resolve, reject);
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
  });
}

/** Milliseconds until the helper is started again; null where that would end the same way. */
function pauseAfter(error: unknown, failures: number): number | null {
  if (!(error instanceof HelperFailure)) return null;
  if (error.code === "busy") return LONGEST_PAUSE;
  return error.code === "helper-ended" ? Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE) : null;
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
