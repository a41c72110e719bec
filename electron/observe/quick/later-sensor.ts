import type { CaptureFile } from "../../../shared/capture/capture.ts";
import type { Sensor } from "../sensor.ts";

/** Milliseconds for which an answer counts as fresh. */
const FRESH = 3_000;

/**
 * A sensor that is too slow to be waited for: gives what it knows at once, and asks anew beside that when its answer is
 * old; `onAnswer` says that there is another one.
 */
export function laterSensor(sensors: readonly Sensor[], onAnswer: () => void): () => readonly CaptureFile[] {
  let known: readonly CaptureFile[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;
  const ask = async () => {
    askedAt = performance.now();
    const files = (await Promise.all(sensors.map((read) => read(undefined)))).flat();
    const isNew = JSON.stringify(files) !== JSON.stringify(known);
    known = files;
    if (isNew) onAnswer();
  };
  return () => {
    // A sensor never throws: what goes wrong is an unread file.
    if (sensors.length > 0 && performance.now() - askedAt > FRESH) void ask();
    return known;
  };
}
