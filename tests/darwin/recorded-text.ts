import { recordedCapture } from "../captures/recorded-captures.ts";

/** The text of one file of a recorded capture. */
export function recordedText(capture: string, file: string): string {
  const found = recordedCapture(capture).capture.files.find((entry) => entry.name === file);
  if (found?.content.read !== true) throw new Error(`${capture} has no ${file}`);
  return found.content.text;
}
