/** Something that must go on. */
export interface Stopwatch {
  /** It goes on: the time starts anew. */
  goesOn(): void;
}

/**
 * Settles as `work` does, unless nothing goes on for so many milliseconds: then `breakOff` ends what still runs, and what
 * `late` makes is thrown. Chromium itself waits for an answer without an end, and electron-updater's own time limit counts
 * on an event that Electron's requests do not have.
 */
export async function inTime<Value>(
  milliseconds: number,
  work: (watch: Stopwatch) => Promise<Value>,
  breakOff: () => void,
  late: () => Error,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_settle, refuse) => {
    timer = setTimeout(() => {
      refuse(late());
      breakOff();
    }, milliseconds);
  });
  try {
    return await Promise.race([work({ goesOn: () => void timer?.refresh() }), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
