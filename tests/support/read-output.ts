import type { Contribution } from "../../shared/capture/contribution.ts";
import { UnreadableOutput } from "../../shared/capture/contribution.ts";
import { findParser } from "../../shared/capture/registry.ts";
import { parseSource } from "../../shared/capture/source.ts";
import type { OperatingSystem } from "../../shared/snapshot/snapshot.ts";

/** What the registered parser makes of a text that this source printed. */
export function readOutput(source: string, text: string, os: OperatingSystem = "darwin"): Contribution {
  const parsed = parseSource(source);
  const found = findParser(parsed, os);
  if (found === null) throw new Error(`no parser understands ${source}`);
  return found.parser.parse(text, parsed);
}

/** Why the registered parser refuses a text, as `line: detail`; throws when it reads it. */
export function refusalOf(source: string, text: string, os: OperatingSystem = "darwin"): string {
  try {
    readOutput(source, text, os);
  } catch (error) {
    if (error instanceof UnreadableOutput) return `${error.line}: ${error.detail}`;
    throw error;
  }
  throw new Error(`${source} was read`);
}
