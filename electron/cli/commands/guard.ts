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

/** What these mean for a guard, which goes on by itself. */
const OWN_WORDS: ReadonlySet<string> = new Set(["helper-ended", "busy"]);

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
function keepUntilTold(context: CliContext, onReport: (report: KeepAliveReport) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const complain = complainer(context);
    const helper = holdHelper({
      clock: systemClock,
      connect: () => context.machine.connectHelper({ purpose: "keep-alive" }),
      // A mistake of ours ends the guard: whoever runs it is to see it.
      mayStartAgain: (error) => error instanceof HelperFailure,
      onReport(report) {
        complain(null);
        onReport(report);
      },
      onFailure(error, pause) {
        if (pause === null) reject(error);
        else if (error instanceof HelperFailure) complain(error);
      },
    });
    const end = () => void helper.letGo().then(resolve, reject);
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
  });
}

/** Gives what says why there is no helper at the moment: the same thing once, however long it lasts, until there is one (null). */
function complainer({ terminal, t }: CliContext): (failure: HelperFailure | null) => void {
  let said = "";
  return (failure) => {
    const code = failure?.code ?? "";
    if (failure !== null && code !== said) {
      const key = OWN_WORDS.has(code) ? `cli:guard.${code}` : `app:error.${code}`;
      terminal.complain(t(key, failure.args));
    }
    said = code;
  };
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
