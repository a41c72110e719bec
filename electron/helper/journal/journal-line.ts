import { createHash } from "node:crypto";
import * as v from "valibot";
import { JournalRecord } from "./record.ts";

/** One record as a line: JSON, a tab, the first 16 hex digits of its SHA-256, a line feed. JSON itself holds no tab. */
export function journalLine(record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `${json}\t${checksum(json)}\n`;
}

/** The records of a journal file up to the first line that is torn or not whole: a kill can leave half a line at the end. */
export function readJournalText(text: string): JournalRecord[] {
  const records: JournalRecord[] = [];
  // What follows the last line feed was never finished.
  for (const line of text.split("\n").slice(0, -1)) {
    const record = readLine(line);
    if (record === null) break;
    records.push(record);
  }
  return records;
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
