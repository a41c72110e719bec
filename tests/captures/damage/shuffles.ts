import type { CaptureFile } from "../../../shared/capture/capture.ts";
import type { Capture } from "../../../shared/capture/capture.ts";
import { textOf, withText } from "./judged-capture.ts";
import { blocksOf, jsonList } from "./units.ts";

type Numbers = (bound: number) => number;

/** The capture with the rows of every table in another order: an order that means nothing to the programs that print them. */
export function shuffledCapture(capture: Capture, next: Numbers): Capture {
  return capture.files.reduce((done, file) => {
    const text = shuffledText(file, next);
    return text === null ? done : withText(done, file.name, text);
  }, capture);
}

/** The file's text with its rows in another order; null where the order says something. */
function shuffledText(file: CaptureFile, next: Numbers): string | null {
  const text = textOf(file);
  const list = jsonList(text);
  if (list !== null) return JSON.stringify(shuffle(list, next));
  if (file.source.startsWith("ifconfig")) return `${shuffle(blocksOf(text.replace(/\n$/, "")), next).join("\n")}\n`;
  if (/netstat\b.*-\w*r/.test(file.source)) return shuffledSections(text, next);
  if (/\b(?:ps|lsof) /.test(file.source)) return shuffledBelowHeader(text, next);
  return null;
}

function shuffledSections(text: string, next: Numbers): string {
  const lines = text.split("\n");
  const result: string[] = [];
  let rows: string[] | null = null;
  const flush = () => {
    if (rows !== null) result.push(...shuffle(rows, next));
    rows = null;
  };
  for (const line of lines) {
    if (rows !== null && /^\S+\s+\S+\s+\w+\s/.test(line)) rows.push(line);
    else flush();
    if (rows === null) result.push(line);
    if (line.startsWith("Destination ")) rows = [];
  }
  flush();
  return result.join("\n");
}

function shuffledBelowHeader(text: string, next: Numbers): string | null {
  const [header, ...rows] = text.replace(/\n$/, "").split("\n");
  if (header === undefined || !/^\s*(?:PID|USER|UID|COMMAND)\b/.test(header)) return null;
  return `${[header, ...shuffle(rows, next)].join("\n")}\n`;
}

/** The same values in another order. */
function shuffle<Value>(values: readonly Value[], next: Numbers): Value[] {
  const ranked = values.map((value) => ({ value, rank: next(0x1_0000_0000) }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ value }) => value);
}
