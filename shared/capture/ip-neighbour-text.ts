import { refuseRow, takeWords } from "./ip-text.ts";
import type { FieldsOf } from "./ip-text.ts";

const STATES = new Set(["NONE", "INCOMPLETE", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "NOARP", "PERMANENT"]);
const REMARKS = new Set(["proxy", "extern_learn", "extern_valid", "offload", "managed"]);

/** The fields of one row of `ip neigh` (`192.168.1.1 dev wlan0 lladdr 02:00:00:00:00:01 router REACHABLE`). */
export const neighbourFields: FieldsOf = ({ words: [dst, ...rest], below }) => {
  if (below.length > 0) refuseRow();
  const fields: Record<string, unknown> = { dst };
  const states: string[] = [];
  takeWords(rest, (word, next) => {
    if (word === "dev" || word === "lladdr" || word === "proto") fields[word] = next();
    else if (word === "router") fields[word] = null;
    else if (STATES.has(word)) states.push(word);
    else if (!REMARKS.has(word)) refuseRow();
  });
  return states.length === 0 ? fields : { ...fields, state: states };
};
