import { partlyObserved } from "../snapshot/part.ts";
import type { ScriptMark } from "../snapshot/snapshot.ts";
import type { OutputParser } from "./contribution.ts";
import { linesOf } from "./text-lines.ts";

const FILES: readonly { readonly path: RegExp; readonly kind: ScriptMark["kind"] }[] = [
  { path: /^(?:\/private)?\/etc\/hosts$/, kind: "host-names" },
  { path: /^(?:\/private)?\/etc\/pf\.conf$/, kind: "packet-filter-anchor" },
];
/** vpn-slice ends each of its lines so; behind it, in pf.conf, stands the token of the packet filter (openconnect-facts §2.4). */
const MARK = /# vpn-slice-(\S+) AUTOCREATED(?: \S+)?\s*$/;
const LONGEST = 512;

/**
 * Reads the lines that vpn-slice marked as its own in `file:/etc/hosts` and `file:/etc/pf.conf`. All other lines are
 * nobody's business: a capture that Holdfast makes does not even hold them.
 */
export const scriptMarks: OutputParser = {
  os: "any",
  understands: (source) => source.kind === "file" && FILES.some(({ path }) => path.test(source.path)),
  parse(text, source) {
    const path = source.kind === "file" ? source.path : "";
    const kind = FILES.find((file) => file.path.test(path))?.kind;
    if (kind === undefined) return {};
    const marks = linesOf(text).flatMap((line): ScriptMark[] => {
      const name = MARK.exec(line.text)?.[1];
      return name === undefined
        ? []
        : [{ path, line: line.text.trim().slice(0, LONGEST), writer: "vpn-slice", name, kind }];
    });
    return { scriptMarks: partlyObserved(marks) };
  },
};

/** Whether a script marked the line as its own. */
export function isMarkedLine(line: string): boolean {
  return MARK.test(line);
}
