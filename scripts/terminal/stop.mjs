// @ts-check

/**
 * An end that was foreseen: its message is the one sentence a person reads, without a stack trace.
 * `exitCode` is the process's exit code (default 1; 2 means wrong usage).
 */
export class Stop extends Error {
  /**
   * @param {string} sentence
   * @param {number} [exitCode]
   */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.name = "Stop";
    this.exitCode = exitCode;
  }
}
