// @ts-check

/**
 * Finds modules that import each other in a circle.
 *
 * @param {ReadonlyMap<string, readonly string[]>} graph from each module to those that it imports
 * @returns {string[][]} each circle once, as the modules on the way round
 */
export function findCycles(graph) {
  /** @type {string[][]} */
  const cycles = [];
  const finished = new Set();
  /** @type {string[]} */
  const path = [];
  const visit = (/** @type {string} */ module) => {
    if (finished.has(module)) return;
    const start = path.indexOf(module);
    if (start >= 0) {
      cycles.push(path.slice(start));
      return;
    }
    path.push(module);
    for (const next of graph.get(module) ?? []) visit(next);
    path.pop();
    finished.add(module);
  };
  for (const module of graph.keys()) visit(module);
  return cycles;
}
