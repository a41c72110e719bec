/** A line about a neighbour, as `ip monitor label neigh` prints it; the state is its last word. */
const NEIGHBOUR = /^\[NEIGH\](Deleted )?(\S+) dev (\S+)(?: lladdr (\S+))?\b.*?(\S+)\s*$/;

/**
 * Tells which lines about neighbours are news: who answers by which address, and who does not answer any more. The kernel
 * asks each neighbour again and again whether it is still there, which is reported, too, and is none. Any other line is news.
 */
export function neighbourNews(): (line: string) => boolean {
  const known = new Map<string, string>();
  return (line) => {
    const [, deleted, address, name, station, state = ""] = NEIGHBOUR.exec(line) ?? [];
    if (address === undefined) return true;
    const key = `${address} ${name}`;
    if (deleted !== undefined) known.delete(key);
    // A neighbour that is being asked for is known when it answers, and a group of addresses never answers.
    if (deleted !== undefined || state === "INCOMPLETE" || state === "NOARP") return false;
    const now = state === "FAILED" ? state : (station ?? state);
    const isNews = known.get(key) !== now;
    known.set(key, now);
    return isNews;
  };
}
