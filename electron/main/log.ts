import log from "electron-log/main.js";
import { codedText } from "../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";

/** The app's log file. Nothing is printed on the terminal that started the app. */
export interface Log {
  /** Absolute path of the file. */
  readonly path: string;
  info(text: string): void;
  warn(text: string): void;
  /** Notes a mistake and gives what the user is told about it: where the log is. */
  mistake(error: unknown): CodedText;
}

/** Opens the log and lets it catch what nobody else catches, without a dialogue. */
export function openLog(): Log {
  log.transports.console.level = false;
  log.transports.file.level = "info";
  log.errorHandler.startCatching({ showDialog: false });
  const { path } = log.transports.file.getFile();
  return {
    path,
    info: (text) => log.info(text),
    warn: (text) => log.warn(text),
    mistake: (error) => {
      log.error(error);
      return codedText("internal", { log: path });
    },
  };
}
