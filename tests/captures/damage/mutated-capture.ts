import type { Capture } from "../../../shared/capture/capture.ts";
import { textOf, withText } from "./judged-capture.ts";
import { mutateJson } from "./json-mutations.ts";
import { TEXT_MUTATIONS } from "./text-mutations.ts";
import type { Numbers } from "./text-mutations.ts";

/** The capture with one to three things changed, mostly in one file; JSON mostly so that it stays JSON. */
export function mutatedCapture(capture: Capture, next: Numbers): Capture {
  let mutated = capture;
  let file = capture.files[next(capture.files.length)];
  for (let count = 1 + next(3); count > 0; count--) {
    if (next(4) === 0) file = capture.files[next(capture.files.length)];
    const { name = "" } = file ?? {};
    const current = mutated.files.find((other) => other.name === name);
    if (current !== undefined) mutated = withText(mutated, name, mutatedText(textOf(current), next));
  }
  return mutated;
}

function mutatedText(text: string, next: Numbers): string {
  if (text === "") return text;
  if (text.startsWith("[") && next(5) > 0) return mutateJson(text, next);
  return TEXT_MUTATIONS[next(TEXT_MUTATIONS.length)]?.(text, next) ?? text;
}
