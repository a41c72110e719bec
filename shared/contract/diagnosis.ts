import * as v from "valibot";
import { Certainty, FindingId, HealthState, Severity } from "../health/finding.ts";
import type { Assessment, Finding } from "../health/finding.ts";
import { commandOf } from "../repair/commands.ts";
import type { Plan, PlannedStep } from "../repair/plan-model.ts";
import type { Step } from "../repair/step.ts";
import { CodedText } from "../snapshot/coded-text.ts";
import { FamilySchema } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import { OperatingSystem } from "../snapshot/snapshot.ts";

/** A route as scripts see it: destination in CIDR, next hop or `link`. */
const RouteSummary = v.strictObject({
  destination: v.string(),
  gateway: v.string(),
  interface: v.nullable(v.string()),
  family: FamilySchema,
});
type RouteSummary = v.InferOutput<typeof RouteSummary>;

/** The document of `doctor --json` and `diagnose --json` (docs/cli.md). Stable: scripts rely on it. */
export const Diagnosis = v.strictObject({
  schema: v.literal(1),
  os: OperatingSystem,
  state: HealthState,
  network: v.nullable(
    v.strictObject({ interface: v.string(), gateway: v.nullable(v.string()), address: v.nullable(v.string()) }),
  ),
  clients: v.array(
    v.strictObject({
      kind: v.string(),
      pid: v.nullable(v.number()),
      interface: v.nullable(v.string()),
      server: v.nullable(v.string()),
      alive: v.boolean(),
    }),
  ),
  findings: v.array(
    v.strictObject({
      id: FindingId,
      severity: Severity,
      certainty: Certainty,
      route: v.optional(RouteSummary),
      evidence: v.array(CodedText),
      text: v.string(),
    }),
  ),
  plan: v.strictObject({
    digest: v.string(),
    steps: v.array(
      v.strictObject({
        op: v.string(),
        finding: FindingId,
        selected: v.boolean(),
        route: v.optional(RouteSummary),
        replacement: v.optional(RouteSummary),
        client: v.optional(v.strictObject({ kind: v.string(), pid: v.number(), signal: v.string() })),
        path: v.optional(v.string()),
        command: v.array(v.string()),
        inverse: v.nullable(v.array(v.string())),
      }),
    ),
  }),
  unobserved: v.array(v.strictObject({ part: v.string(), reason: v.string() })),
});
export type Diagnosis = v.InferOutput<typeof Diagnosis>;

/** How the two kinds of people's text in the document are made; the caller knows the language. */
export interface DiagnosisTexts {
  readonly finding: (finding: Finding) => string;
  readonly reason: (reason: CodedText) => string;
}

/** The document for one verdict and its plan. */
export function diagnosisOf(os: OperatingSystem, assessment: Assessment, plan: Plan, texts: DiagnosisTexts): Diagnosis {
  const { network } = assessment;
  return {
    schema: 1,
    os,
    state: assessment.state,
    network:
      network === null ? null : { interface: network.interface, gateway: network.gateway, address: network.address },
    clients: assessment.clients.map(({ kind, pid, interface: name, server, serverAddresses, alive }) => {
      return { kind, pid, interface: name, server: serverAddresses[0] ?? server, alive };
    }),
    findings: assessment.findings.map((finding) => ({
      id: finding.id,
      severity: finding.severity,
      certainty: finding.certainty,
      ...(finding.route === null ? {} : { route: summary(finding.route) }),
      evidence: finding.evidence,
      text: texts.finding(finding),
    })),
    plan: { digest: plan.digest, steps: plan.steps.map((step) => stepEntry(step, os)) },
    unobserved: assessment.unobserved.map(({ part, reason }) => ({ part, reason: texts.reason(reason) })),
  };
}

function stepEntry(planned: PlannedStep, os: OperatingSystem): Diagnosis["plan"]["steps"][number] {
  const { step, inverse, finding, selected } = planned;
  const command = commandOf(step, os);
  return {
    op: step.op,
    finding,
    selected,
    ...subject(step),
    command,
    inverse: inverse === null ? null : commandOf(inverse, os),
  };
}

function subject(step: Step): Partial<Diagnosis["plan"]["steps"][number]> {
  if (step.op === "nudge-client") return { client: { kind: step.client, pid: step.pid, signal: step.signal } };
  if (step.op === "replace-route") return { route: summary(step.route), replacement: summary(step.replacement) };
  return "route" in step ? { route: summary(step.route) } : { path: step.path };
}

function summary(route: Route): RouteSummary {
  return { destination: route.destination, gateway: route.gateway, interface: route.interface, family: route.family };
}
