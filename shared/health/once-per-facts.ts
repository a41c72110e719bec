import type { Facts } from "./facts.ts";

/** Makes a question about a snapshot one that is worked out once, when it is asked first: tables can have a million rows. */
export function oncePerFacts<Answer>(workOut: (facts: Facts) => Answer): (facts: Facts) => Answer {
  const answers = new WeakMap<Facts, { readonly answer: Answer }>();
  return (facts) => {
    const known = answers.get(facts) ?? { answer: workOut(facts) };
    answers.set(facts, known);
    return known.answer;
  };
}

/** The same for a question about one thing of a snapshot, named by a key. */
export function oncePerKey<Key, Answer>(
  workOut: (facts: Facts, key: Key) => Answer,
): (facts: Facts, key: Key) => Answer {
  const answersOf = oncePerFacts(() => new Map<Key, { readonly answer: Answer }>());
  return (facts, key) => {
    const answers = answersOf(facts);
    const known = answers.get(key) ?? { answer: workOut(facts, key) };
    answers.set(key, known);
    return known.answer;
  };
}
