import * as v from "valibot";
import type { Laptop } from "../laptop/laptop.ts";
import { runHoldfast } from "./run-holdfast.ts";

// What `doctor --json` promises to scripts (docs: "doctor --json"), written down here a second time on purpose: a test
// that took the program's own schema would agree with every change of it. More fields are allowed, fewer are not.

const Route = v.looseObject({
  destination: v.string(),
  gateway: v.string(),
  interface: v.nullable(v.string()),
  family: v.picklist(["inet", "inet6"]),
});

const Step = v.looseObject({
  op: v.string(),
  finding: v.string(),
  selected: v.boolean(),
  route: v.optional(Route),
  command: v.nullish(v.array(v.string())),
  inverse: v.nullish(v.array(v.string())),
});

const Report = v.looseObject({
  schema: v.literal(1),
  os: v.literal("linux"),
  state: v.string(),
  network: v.nullable(
    v.looseObject({ interface: v.string(), gateway: v.nullable(v.string()), address: v.nullable(v.string()) }),
  ),
  clients: v.array(
    v.looseObject({
      kind: v.string(),
      pid: v.nullable(v.number()),
      interface: v.nullable(v.string()),
      server: v.nullable(v.string()),
      alive: v.boolean(),
    }),
  ),
  findings: v.array(
    v.looseObject({
      id: v.string(),
      severity: v.picklist(["error", "warning", "info"]),
      certainty: v.picklist(["proven", "likely", "suspected"]),
      route: v.nullish(Route),
      evidence: v.array(v.looseObject({ code: v.string() })),
      text: v.pipe(v.string(), v.nonEmpty()),
    }),
  ),
  plan: v.object({ digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), steps: v.array(Step) }),
  unobserved: v.array(v.looseObject({ part: v.string() })),
});

/** What the doctor says of the laptop. */
export type Report = v.InferOutput<typeof Report>;

/** Runs `holdfast doctor --json` on the laptop; throws if its output is not one document of the promised shape. */
export async function doctor(laptop: Laptop): Promise<{ code: number | null; report: Report }> {
  const { code, stdout, stderr } = await runHoldfast(laptop, "doctor", "--json");
  if (stdout === "") throw new Error(`doctor --json printed nothing, exit code ${code}: ${stderr}`);
  return { code, report: v.parse(Report, JSON.parse(stdout)) };
}

/** The ids of the findings, the worst first. */
export function findingsOf(report: Report): string[] {
  return report.findings.map(({ id }) => id);
}

/** What the plan would do without being asked for more: the operations of the selected steps, in order. */
export function selectedOperations(report: Report): string[] {
  return report.plan.steps.filter(({ selected }) => selected).map(({ op }) => op);
}
