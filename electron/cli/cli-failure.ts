import type { CodedText } from "../../shared/snapshot/coded-text.ts";
import type { ExitCode } from "./exit-code.ts";

/** Ends a command with one clear line on stderr, made from `key` (a text of the `cli` or `app` namespace), and an exit code. */
export class CliFailure extends Error {
  override readonly name = "CliFailure";
  readonly exitCode: ExitCode;
  readonly key: string;
  readonly args: CodedText["args"];

  constructor(exitCode: ExitCode, key: string, args: CodedText["args"] = {}) {
    super(key);
    this.exitCode = exitCode;
    this.key = key;
    this.args = args;
  }
}
