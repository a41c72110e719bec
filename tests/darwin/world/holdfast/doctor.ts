import * as v from "valibot";
import type { Holdfast } from "./holdfast.ts";

const Step = v.looseObject({
  op: v.string(),
  finding: v.string(),
  selected: v.boolean(),
  command: v.optional(v.array(v.string())),
});

/** Of what `doctor --json` prints, what the tests here look at. */
const Report = v.looseObject({
  state: v.string(),
  findings: v.array(
    v.looseObject({
      id: v.string(),
      certainty: v.string(),
      route: v.nullish(
        v.looseObject({ destination: v.string(), gateway: v.string(), interface: v.nullable(v.string()) }),
      ),
      evidence: v.array(v.looseObject({ code: v.string() })),
    }),
  ),
  plan: v.object({ digest: v.string(), steps: v.array(Step) }),
});
export type Report = v.InferOutput<typeof Report>;

/** Asks the doctor. */
export async function doctor(holdfast: Holdfast): Promise<Report> {
  const { out, err } = await holdfast.run("doctor", "--json");
  if (out === "") throw new Error(`doctor printed nothing: ${err}`);
  return v.parse(Report, JSON.parse(out));
}

/** The findings as `id certainty destination`, in their order. */
export function findingsOf({ findings }: Report): string[] {
  return findings.map(({ id, certainty, route }) => [id, certainty, ...(route ? [route.destination] : [])].join(" "));
}

/** The steps that are taken unless somebody objects: `op finding`. */
export function selectedSteps({ plan }: Report): string[] {
  return plan.steps.filter(({ selected }) => selected).map(({ op, finding }) => `${op} ${finding}`);
}
