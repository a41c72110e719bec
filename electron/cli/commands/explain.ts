import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { EMPTY_LOG, readLine, verdictSoFar } from "../../../shared/explain/log/log-reader.ts";
import type { LogState } from "../../../shared/explain/log/log-reader.ts";
import type { LogLine } from "../../../shared/explain/log/log-line.ts";
import type { LogVerdict } from "../../../shared/explain/log/verdict/verdict.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { logLines } from "../../../shared/explain/log/log-lines.ts";
import { createLogPrinter, verdictLines, verdictTexts } from "../render/log.ts";
import { explainTerm, listTerms } from "./explain-term.ts";

/** What `holdfast explain` was asked to explain. */
export interface ExplainOptions {
  json?: true;
  /** A word of the glossary, in any of its spellings. */
  term?: string;
  /** List the words of the glossary. */
  terms?: true;
}

/** Verdicts that leave nothing for anybody to do. */
const FINE = new Set([
  "connected",
  "connecting",
  "recovered",
  "cancelled",
  "detached",
  "packet-filter-only",
  "route-absent",
]);

/**
 * `holdfast explain [FILE|-]`: a log line by line, with a verdict; or one term of the glossary. A log is read and
 * answered as a stream: what is held in memory does not grow with it.
 */
export async function explain(
  file: string | undefined,
  options: ExplainOptions,
  context: CliContext,
): Promise<ExitCode> {
  if (options.terms === true) return listTerms(options, context);
  if (options.term !== undefined) return explainTerm(options.term, options, context);
  let state: LogState = EMPTY_LOG;
  const read = (raw: string): LogLine => {
    const next = readLine(state, raw);
    state = next.state;
    return next.line;
  };
  const report = options.json ? documentReport(context) : readableReport(context);
  async function* pieces() {
    yield report.start;
    for await (const raw of logLines(openLog(file))) yield report.line(read(raw));
    yield report.end(verdictSoFar(state));
  }
  await context.terminal.printStream(pieces());
  return FINE.has(verdictSoFar(state).code) ? EXIT.fine : EXIT.problems;
}

async function* openLog(file: string | undefined): AsyncGenerator<string> {
  if (file === undefined && process.stdin.isTTY)
    throw new CliFailure(EXIT.usage, "cli:usage.missing-argument", { detail: "file" });
  const stream: Readable = file === undefined || file === "-" ? process.stdin : createReadStream(file);
  try {
    yield* stream.setEncoding("utf8");
  } catch (error) {
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CliFailure(EXIT.usage, "cli:usage.file-unreadable", { file: file ?? "-", detail });
  }
}

/** What is printed: before the first line, for each line, after the last. */
interface Report {
  readonly start: string;
  line(line: LogLine): string;
  end(verdict: LogVerdict): string;
}

function readableReport(context: CliContext): Report {
  const linesOf = createLogPrinter(context);
  return {
    start: "",
    line: (line) => `${linesOf(line).join("\n")}\n`,
    end: (verdict) => `\n${verdictLines(verdict, context).join("\n")}\n`,
  };
}

// The verdict stands last, since it is known last.
function documentReport(context: CliContext): Report {
  let separator = "";
  return {
    start: '{"schema":1,"lines":[',
    line(line) {
      const entry = `${separator}\n${JSON.stringify(lineEntry(line, context))}`;
      separator = ",";
      return entry;
    },
    end(verdict) {
      const { headline, explanation, phase, since, outlook, remedy } = verdictTexts(verdict, context);
      const texts = {
        headline,
        explanation,
        phaseText: phase,
        sinceText: since,
        outlookText: outlook,
        remedyText: remedy,
      };
      return `\n],"verdict":${JSON.stringify({ ...verdict, ...texts })}}\n`;
    },
  };
}

function lineEntry(line: LogLine, { t }: CliContext) {
  if (line.messageId === null) return line;
  const key = `messages:message.${line.messageId}`;
  const texts = ["meaning", "cause", "remedy"].map((name) => [name, t(`${key}.${name}`, line.args)]);
  return { ...line, ...Object.fromEntries(texts) };
}
