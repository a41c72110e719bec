import type { CodedText } from "../snapshot/coded-text.ts";
import type { Part } from "../snapshot/part.ts";
import type { Capture, CaptureFile } from "./capture.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { Contribution } from "./contribution.ts";
import { findParser } from "./registry.ts";
import type { ContributedPart, RegisteredParser } from "./registry.ts";
import { parseSource } from "./source.ts";

/** What the files of a capture contribute, in their order, and the names of the files that nothing reads. */
export function readFiles(capture: Capture): { contributions: Contribution[]; ignored: string[] } {
  const contributions: Contribution[] = [];
  const ignored: string[] = [];
  for (const file of capture.files) {
    const parser = findParser(parseSource(file.source), capture.os);
    if (parser === null) ignored.push(file.name);
    else contributions.push(readOnce(file, parser));
  }
  return { contributions, ignored };
}

const alreadyRead = new WeakMap<CaptureFile, { readonly by: RegisteredParser; readonly contribution: Contribution }>();

/** Files never change: the very same one, as a look gives it again whose answer is the same, is read once. */
function readOnce(file: CaptureFile, by: RegisteredParser): Contribution {
  const known = alreadyRead.get(file);
  if (known?.by === by) return known.contribution;
  const contribution = withFileName(readFile(file, by), file.name);
  alreadyRead.set(file, { by, contribution });
  return contribution;
}

function readFile(file: CaptureFile, { parser, parts }: RegisteredParser): Contribution {
  if (!file.content.read) return unobservedParts(parts, file.content.reason);
  try {
    return parser.parse(file.content.text, parseSource(file.source));
  } catch (error) {
    if (!(error instanceof UnreadableOutput)) throw error;
    return unobservedParts(parts, { code: "unreadable", args: { line: error.line, detail: error.detail } });
  }
}

function unobservedParts(parts: readonly ContributedPart[], reason: CodedText): Contribution {
  return Object.fromEntries(parts.map((part) => [part, { observed: false, reason }]));
}

/** Names the file in every reason, also in those that a parser gives for one of its parts. */
function withFileName(contribution: Contribution, file: string): Contribution {
  const { cutNames = [], networkServices = [], ...parts } = contribution;
  const named = Object.entries(parts).map(([name, part]) => [name, withFile(part, file)]);
  return { ...Object.fromEntries(named), cutNames, networkServices };
}

function withFile(part: Part<unknown>, file: string): Part<unknown> {
  if (part.observed) return part;
  return { observed: false, reason: { code: part.reason.code, args: { ...part.reason.args, file } } };
}
