import { codedText } from "../../snapshot/coded-text.ts";
import { valuesOf } from "../../snapshot/part.ts";
import type { ScriptMark } from "../../snapshot/snapshot.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { livingTunnels } from "../tunnels.ts";
import { isScriptWriterAlive } from "../vpn-script-writers.ts";

/** So many lines are shown; a campus can have hundreds of names. */
const MOST_LINES = 20;

/**
 * Lines that vpn-slice wrote into files of the system, with nobody left who would take them out (openconnect-facts §2.4).
 * Shown and explained only: these files are somebody else's, and pf.conf rules the whole packet filter. One finding for
 * each file.
 */
export function scriptMarksLeft(facts: Facts): Finding[] {
  if (isScriptWriterAlive(facts) !== false) return [];
  const living = livingTunnels(facts);
  const left = valuesOf(facts.snapshot.scriptMarks).filter(({ name }) => !living.includes(name));
  const paths = [...new Set(left.map(({ path }) => path))].toSorted();
  return paths.map((path) =>
    leftIn(
      path,
      left.filter((mark) => mark.path === path),
    ),
  );
}

function leftIn(path: string, marks: readonly ScriptMark[]): Finding {
  const lines = [...new Set(marks.map(({ line }) => line))].toSorted();
  const shown = lines
    .slice(0, MOST_LINES)
    .map((line) => codedText("line-marked-by-script", { path, line: line.replaceAll(/\s+/g, " ") }));
  const isAnchor = marks.some(({ kind }) => kind === "packet-filter-anchor");
  return {
    id: "script-marks-left",
    severity: "info",
    certainty: "proven",
    route: null,
    client: null,
    evidence: [...shown, codedText("no-client-alive", {})],
    // `context` chooses the wording of the finding's text (i18next).
    args: { path, lines: lines.length, ...(isAnchor ? { context: "anchor" } : {}) },
    repair: [],
  };
}
