import { replaceWords } from "./columns.ts";
import { redactLine, redactLines } from "./lines.ts";
import { redactProgram } from "./programs.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactText, userName } from "./words.ts";

const ROW = /^\S+\s+\d+\s+\S+\s/;
const USER_COLUMN = 2;
const TYPE_COLUMN = 4;
/** What stands in the columns up to the type: programs, descriptors (`5u`, `txt`). */
const SHORT_WORD = /^\d{0,6}[A-Za-z]{1,8}[46]?$/;
/** Devices, sizes and numbers of files. */
const NUMBERS = /^(?:\d+(?:,\d+)?|0t\d+|0x[\da-f]+|TCP|UDP|ICMP(?:V6)?)$/;

/** A listing of Darwin's `lsof`: users, addresses and names of files are replaced; programs and descriptors stay. */
export function redactLsof(text: string, pseudonyms: Pseudonyms): string {
  return redactLines(text, (line) => {
    if (!ROW.test(line)) return redactLine(line, pseudonyms, "prose");
    return replaceWords(line, "table", (word, index) => redactColumn(word, index, pseudonyms));
  });
}

function redactColumn(word: string, index: number, pseudonyms: Pseudonyms): string {
  if (index === 0) return redactProgram(word, pseudonyms);
  if (index === USER_COLUMN) return userName(word, pseudonyms);
  const isShort = index > USER_COLUMN && index <= TYPE_COLUMN && SHORT_WORD.test(word);
  return isShort || NUMBERS.test(word) ? word : redactText(word, pseudonyms, "value");
}
