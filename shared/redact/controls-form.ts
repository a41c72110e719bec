import { replaceWords } from "./columns.ts";
import { redactLines } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactText } from "./words.ts";

const UTUN_CONTROL = "com.apple.net.utun_control";
/** The process behind a control since macOS 15.2: its name, perhaps cut, and its number. */
const PROCESS = /^[\w.-]{1,32}:\d+$/;

/** Darwin's `netstat` without `-r`: kernel controls with the processes behind them, whose names stay, or sockets. */
export function redactControls(text: string, pseudonyms: Pseudonyms): string {
  return redactLines(text, (line) => {
    const isControl = line.includes(UTUN_CONTROL);
    return replaceWords(line, "table", (word) =>
      isControl && PROCESS.test(word) ? word : redactText(word, pseudonyms, "prose"),
    );
  });
}
