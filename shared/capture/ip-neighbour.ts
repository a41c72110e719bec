import * as v from "valibot";
import { canonicalAddress } from "../network/address.ts";
import type { Neighbour } from "../snapshot/interface.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { OutputParser } from "./contribution.ts";
import { UnreadableOutput } from "./contribution.ts";
import { ipCommandOf, readIpCommand, shows } from "./ip-command.ts";
import { neighbourFields } from "./ip-neighbour-text.ts";
import { readIpOutput } from "./ip-text.ts";

const NeighbourRow = v.object({
  dst: v.string(),
  dev: v.string(),
  lladdr: v.optional(v.string()),
  router: v.optional(v.null()),
  state: v.optional(v.array(v.string())),
});
type NeighbourRow = v.InferOutput<typeof NeighbourRow>;

/** `ip neigh`, as JSON or text. Entries without a state are proxy entries: answers for others, no neighbours. */
export const ipNeighbour: OutputParser = {
  os: "linux",
  understands: (source) => shows(readIpCommand(source), "neighbor", "neighbour"),
  parse(text, source) {
    const command = ipCommandOf(source);
    const { values: rows, isWhole } = readIpOutput(text, command, neighbourFields, NeighbourRow, (row) => row);
    const neighbours = rows.filter((row) => row.state !== undefined).map(neighbourOf);
    // Nothing shows where a text of neighbours ends.
    const all = isWhole(false) && command.family === null && command.words.length === 0;
    return { neighbours: all ? observed(neighbours) : partlyObserved(neighbours) };
  },
};

function neighbourOf(row: NeighbourRow): Neighbour {
  const address = canonicalAddress(row.dst);
  if (address === null) throw new UnreadableOutput(0, `bad-address:${row.dst}`);
  return {
    address,
    interface: row.dev,
    linkAddress: row.lladdr ?? null,
    state: (row.state ?? []).join(",").toLowerCase(),
    router: "router" in row,
  };
}
