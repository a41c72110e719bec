import { codedText } from "../../snapshot/coded-text.ts";
import { valuesOf } from "../../snapshot/part.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { isProcessGone } from "../vpn-script-writers.ts";

/** State files of a client whose process is gone (openconnect-facts §2.1, §2.3). One finding for all of them. */
export function clientResidue(facts: Facts): Finding[] {
  const left = valuesOf(facts.snapshot.stateFiles)
    .filter((file) => file.pid !== null && isProcessGone(facts, file.pid))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (left.length === 0) return [];
  const paths = left.map((file) => file.path);
  return [
    {
      id: "client-residue",
      severity: "info",
      certainty: "proven",
      route: null,
      client: null,
      evidence: left.map((file) => codedText("state-file-of-dead-process", { path: file.path, pid: file.pid ?? 0 })),
      args: { paths, count: paths.length },
      repair: left.map((file) => ({ op: "remove-state-file", path: file.path, pid: file.pid }) as const),
    },
  ];
}
