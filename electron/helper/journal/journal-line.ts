import { createHash } from "node:crypto";
import * as v from "valibot";
import { JournalRecord } from "./record.ts";

/**
 * One record as a line: JSON, a tab, the first 16 hex digits of its SHA-256. JSON itself holds no tab. It begins with a
 * line feed of its own, so that half a line which a kill left behind does not spoil the next one.
 */
export function journalLine(record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `\n${json}\t${checksum(json)}\n`;
}

/** The records of a journal file. A line that is not whole counts as never written: recovery looks at the table instead. */
export function readJournalText(text: string): JournalRecord[] {
  return text.split("\n").flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): JournalRecord | null {
  const [json, sum, ...rest] = line.split("\t");
  if (json === undefined || rest.length > 0 || sum !== checksum(json)) return null;
  const result = v.safeParse(JournalRecord, JSON.parse(json));
  return result.success ? result.output : null;
}

function checksum(json: string): string {
  return createHash("sha256").update(json).digest("hex").slice(0, 16);
}
