import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Lab } from "../lab.ts";

const AuditLine = v.looseObject({ op: v.string(), result: v.string() });

/** How often the helpers of a lab wrote each outcome into their audit log, e.g. "keep-alive busy". */
export function auditCounts({ folder }: Lab): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of readFileSync(join(folder, "helper.log"), "utf8").split("\n").filter(Boolean)) {
    const { op, result } = v.parse(AuditLine, JSON.parse(line));
    const name = `${op} ${result}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
