/**
 * Words between the installed Node and the helper's bundle (helper-security §1.7): no compiler, so that it can live where
 * memory is never both writable and executable; no debugger on SIGUSR1; no code from texts, no native add-ons, a bounded heap.
 */
export const NODE_FLAGS = [
  "--jitless",
  "--disable-sigusr1",
  "--disable-proto=delete",
  "--disallow-code-generation-from-strings",
  "--no-addons",
  "--max-old-space-size=64",
  "--no-warnings",
] as const;
