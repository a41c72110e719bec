import { historyFile } from "../../observe/kept/history-file.ts";
import type { Ledger } from "../host.ts";
import { openStateDirectory } from "./state-directory.ts";

/** The ledger in the checked folder of the journal. Its calls throw Refusal `internal` when the folder is not root's alone. */
export function ledgerIn(directory: string, boot: string): Ledger {
  const open = (onProblem: (problem: string) => void) =>
    historyFile(openStateDirectory(directory), boot, { unusable: "set-aside", onProblem });
  return {
    read: (onProblem) => open(onProblem).read(),
    keep: (known, learned, onProblem) => void open(onProblem).keep(known, learned),
  };
}
