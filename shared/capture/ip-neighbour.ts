import * as v from "valibot";
import { canonicalAddress } from "../network/address.ts";
import type { Neighbour } from "../snapshot/interface.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { OutputParser } from "./contribution.ts";
import { UnreadableOutput } from "./contribution.ts";
import { readIpCommand, showsJson } from "./ip-command.ts";
import { readJsonRows } from "./ip-json.ts";

const NeighbourRow = v.object({
  dst: v.string(),
  dev: v.string(),
  lladdr: v.optional(v.string()),
  router: v.optional(v.null()),
  state: v.optional(v.array(v.string())),
});
type NeighbourRow = v.InferOutput<typeof NeighbourRow>;

/** `ip -j neigh`. Entries without a state are proxy entries: answers for others, no neighbours. */
export const ipNeighbour: OutputParser = {
  os: "linux",
  understands: (source) => showsJson(readIpCommand(source), "neighbor", "neighbour"),
  parse(text, source) {
    const command = readIpCommand(source);
    const rows = readJsonRows(text, NeighbourRow, (row) => row);
    const neighbours = rows.filter((row) => row.state !== undefined).map(neighbourOf);
    const all = command?.family === null && command.words.length === 0;
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
