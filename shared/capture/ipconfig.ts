import { canonicalAddress } from "../network/address.ts";
import { partlyObserved } from "../snapshot/part.ts";
import type { RouterHint } from "../snapshot/snapshot.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { CaptureSource, OutputParser } from "./contribution.ts";
import { isCommand, ownArguments } from "./source.ts";
import { isBlank, isPrompt, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** Indented, so not a line of the DHCP packet inside, which is printed at the margin (macos-facts §9.5). */
const SUMMARY_ROUTER = /^\s+Router : (\S+)\s*$/;

/**
 * Reads Darwin's `ipconfig getoption IF router`, one address or nothing, and `ipconfig getsummary IF`, of which only the
 * router is safe to read (macos-facts §9.5). Throws {@link UnreadableOutput} `bad-router` or `not-a-summary`.
 */
export const ipconfig: OutputParser = {
  os: "darwin",
  understands: (source) => questionOf(source) !== null,
  parse(text, source) {
    const question = questionOf(source);
    const lines = linesOf(text).filter((line) => !isBlank(line) && !isPrompt(line));
    if (question === null) return {};
    const routers =
      question.verb === "getoption" ? lines.map((line) => readRouter(line.text.trim(), line)) : summaryRouters(lines);
    const hints = routers.map((router): RouterHint => ({ interface: question.interface, router, origin: "dhcp" }));
    return { routerHints: partlyObserved(hints) };
  },
};

function questionOf(source: CaptureSource): { verb: "getoption" | "getsummary"; interface: string } | null {
  if (!isCommand(source, "ipconfig")) return null;
  const [verb, name, option] = ownArguments(source);
  if (name === undefined) return null;
  if (verb === "getoption" && option === "router") return { verb, interface: name };
  return verb === "getsummary" ? { verb, interface: name } : null;
}

function summaryRouters(lines: readonly Line[]): string[] {
  const first = lines[0];
  if (first !== undefined && first.text.trim() !== "<dictionary> {")
    throw new UnreadableOutput(first.number, "not-a-summary");
  return lines.flatMap((line) => {
    const router = SUMMARY_ROUTER.exec(line.text)?.[1];
    return router === undefined ? [] : [readRouter(router, line)];
  });
}

function readRouter(text: string, line: Line): string {
  const address = canonicalAddress(text);
  if (address === null) throw new UnreadableOutput(line.number, "bad-router");
  return address;
}
