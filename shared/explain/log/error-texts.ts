import { errorTextEntries } from "./catalogue.ts";
import type { ErrorTextId } from "./catalogue.ts";
import { foldMarks } from "./fold.ts";

interface ErrorText {
  readonly id: ErrorTextId;
  readonly text: string;
}

/** Longest first: "Resource temporarily unavailable, try again." is more than the system's text that it begins with. */
const errorTexts: readonly ErrorText[] = errorTextEntries
  .flatMap((entry) => entry.patterns.map((pattern) => ({ id: entry.id, text: foldMarks(pattern).replace(/\.$/, "") })))
  .toSorted((a, b) => b.text.length - a.text.length);

/**
 * Error texts of the system and of the TLS library that stand in a text, in the order in which they stand there.
 * A text that is part of a longer one is not counted again.
 */
export function errorTextsIn(text: string): ErrorTextId[] {
  let rest = foldMarks(text);
  const found: { id: ErrorTextId; position: number }[] = [];
  for (const candidate of errorTexts) {
    const position = rest.indexOf(candidate.text);
    if (position < 0) continue;
    rest = rest.replaceAll(candidate.text, "\u0000".repeat(candidate.text.length));
    found.push({ id: candidate.id, position });
  }
  return [...new Set(found.toSorted((a, b) => a.position - b.position).map(({ id }) => id))];
}
