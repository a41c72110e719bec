import type { Family } from "../network/address.ts";
import { observed, partlyObserved, unobserved } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Neighbour } from "../snapshot/interface.ts";
import type { Route } from "../snapshot/route.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { Contribution, OutputParser } from "./contribution.ts";
import { readSection, splitSections } from "./netstat-section.ts";
import type { SectionContent } from "./netstat-section.ts";
import { isCommand, isFiltered, optionLetters, ownArguments } from "./source.ts";
import type { CommandSource } from "./source.ts";
import { TABLE_LIMITS } from "./table-limits.ts";
import { endsWithWholeLine, linesOf } from "./text-lines.ts";

/**
 * Reads Darwin's `netstat -rn`, also with `-l` and `-f inet|inet6`. The two families fail apart from each other: a row
 * that cannot be read makes the part of its family unobserved, since a missing row could be the one that matters.
 */
export const netstatRoutes: OutputParser = {
  os: "darwin",
  understands(source) {
    return isCommand(source, "netstat") && optionLetters(source).includes("r");
  },
  parse(text, source) {
    if (source.kind !== "command") return {};
    // Without -n there are names, cut to 18 characters, that lead back to no address (capture 66).
    if (!optionLetters(source).includes("n")) throw new UnreadableOutput(0, "names-instead-of-addresses");
    const lines = linesOf(text);
    if (lines.length > TABLE_LIMITS.rows) throw new UnreadableOutput(0, "too-large");
    const { sections, elided } = splitSections(lines, familyAskedFor(source));
    if (sections.length === 0) throw new UnreadableOutput(0, "no-routing-table");
    const endsWhole = endsWithWholeLine(text);
    const contents = sections.map((section, index) => readSection(section, endsWhole || index < sections.length - 1));
    return contributionOf(contents, elided || isFiltered(source));
  },
};

function familyAskedFor(source: CommandSource): Family {
  const words = ownArguments(source);
  return words[words.indexOf("-f") + 1] === "inet6" ? "inet6" : "inet";
}

function contributionOf(contents: readonly SectionContent[], inPart: boolean): Contribution {
  const inet = contents.find((content) => content.family === "inet");
  const inet6 = contents.find((content) => content.family === "inet6");
  return {
    ...(inet === undefined ? {} : { inetRoutes: routesPart(inet, inPart) }),
    ...(inet6 === undefined ? {} : { inet6Routes: routesPart(inet6, inPart) }),
    neighbours: neighboursPart(inet, inet6, inPart),
    cutNames: contents.flatMap((content) => content.cutNames),
  };
}

function routesPart(content: SectionContent, inPart: boolean): Part<Route[]> {
  if (content.failure !== null) {
    return unobserved("unreadable", { line: content.failure.line, detail: content.failure.detail });
  }
  // Every Mac has loopback rows; a table that ends before them was cut between two rows.
  const reachesLoopback = content.routes.some((route) => route.interface === "lo0");
  return inPart || !reachesLoopback ? partlyObserved(content.routes) : observed(content.routes);
}

function neighboursPart(
  inet: SectionContent | undefined,
  inet6: SectionContent | undefined,
  inPart: boolean,
): Part<Neighbour[]> {
  const neighbours = [...(inet?.neighbours ?? []), ...(inet6?.neighbours ?? [])];
  const complete = !inPart && inet?.failure === null && inet6?.failure === null;
  return complete ? observed(neighbours) : partlyObserved(neighbours);
}
