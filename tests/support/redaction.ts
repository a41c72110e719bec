import { createHash } from "node:crypto";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import type { Capture, CaptureFile } from "../../shared/capture/capture.ts";
import { assess } from "../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { redactArguments } from "../../shared/redact/command-words.ts";
import { redactLabelled } from "../../shared/redact/labelled-form.ts";
import type { Pseudonyms } from "../../shared/redact/pseudonyms.ts";
import type { RedactionSeed } from "../../shared/redact/seed.ts";
import { redactFileName, redactSource } from "../../shared/redact/sources.ts";
import { redactHost, redactText } from "../../shared/redact/words.ts";
import { planRepair } from "../../shared/repair/plan.ts";

/** A seed for tests; the same salt gives the same pseudonyms. */
export function seedOf(salt: string): RedactionSeed {
  return { salt, sha256: (text) => createHash("sha256").update(text).digest("hex") };
}

/** Everything that Holdfast concludes from a capture, in an order that no address decides. */
export function conclusionsOf(capture: Capture, replace: (key: string, text: string) => string = (_, text) => text) {
  const { snapshot } = snapshotOf(capture);
  const assessment = assess(snapshot, EMPTY_HISTORY);
  const plan = planRepair(assessment, snapshot, { ruleset: "test", boot: "", sha256: (text) => text });
  const steps = plan.steps.map(({ step, finding, selected }) => ({ step, finding, selected }));
  const { state, network, clients, findings, unobserved } = assessment;
  return {
    state,
    network: inOrder(network, "", replace),
    clients: listInOrder(clients, replace),
    findings: listInOrder(findings, replace),
    unobserved: listInOrder(unobserved, replace),
    steps: listInOrder(steps, replace),
  };
}

/** What a text of a conclusion becomes when the capture that it is drawn from is redacted. */
export function asRedacted(pseudonyms: Pseudonyms, files: readonly CaptureFile[]) {
  const names = new Map(files.map(({ name }) => [name, redactFileName(name, pseudonyms)]));
  return (key: string, text: string): string => {
    if (key === "startedAt" || key === "interface") return text.replace(/^[\da-f-]{36}(?=:)/, pseudonyms.identifier);
    if (key === "server" || key === "host") return redactHost(text, pseudonyms);
    if (key === "name" && text.includes(":")) return redactSource(text, pseudonyms);
    if (key === "line") return redactLabelled(text, pseudonyms, true);
    if (key === "script") return redactArguments(["x", text], null, pseudonyms)[1] ?? "";
    return names.get(text) ?? redactText(text, pseudonyms, "value");
  };
}

function listInOrder(list: readonly unknown[], replace: (key: string, text: string) => string): unknown[] {
  return list
    .map((entry) => inOrder(entry, "", replace))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function inOrder(value: unknown, key: string, replace: (key: string, text: string) => string): unknown {
  if (typeof value === "string") return replace(key, value);
  if (Array.isArray(value)) {
    return value
      .map((entry: unknown) => inOrder(entry, key, replace))
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, inOrder(entry, name, replace)]));
}
