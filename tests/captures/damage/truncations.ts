import type { Capture } from "../../../shared/capture/capture.ts";
import { textOf, withText } from "./judged-capture.ts";

/** The capture with one of its files cut off: after each line (each element of a JSON list), and at some places within. */
export function* truncations(capture: Capture, next: (bound: number) => number): Generator<Capture> {
  for (const file of capture.files) {
    const text = textOf(file);
    const ends = [...text.matchAll(text.startsWith("[") ? /\},/g : /\n/g)].map(({ index }) => index + 1);
    const within = Array.from({ length: Math.min(10, text.length) }, () => next(text.length));
    for (const end of [0, ...ends.slice(0, -1), ...within]) yield withText(capture, file.name, text.slice(0, end));
  }
}
