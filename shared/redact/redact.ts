import type { Capture, CaptureFile } from "../capture/capture.ts";
import { UnreadableOutput } from "../capture/contribution.ts";
import { snapshotOf } from "../capture/snapshot-of.ts";
import { parseAddress } from "../network/address.ts";
import { parsePrefix, prefixOf } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { assignPseudonyms } from "./assign.ts";
import { collectingInto, nothingCollected } from "./collect.ts";
import { redactFileText } from "./file-form.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import type { RedactionSeed } from "./seed.ts";
import { redactFileName, redactSource } from "./sources.ts";
import { summaryOf } from "./summary.ts";
import type { RedactionSummary } from "./summary-kinds.ts";
import { redactText } from "./words.ts";

/** A capture that may be given away, with what was replaced in it. */
export interface Redaction {
  readonly capture: Capture;
  readonly summary: RedactionSummary;
  /** What stands for what: never saved with the capture. */
  readonly pseudonyms: Pseudonyms;
}

/**
 * Replaces in a capture what belongs to a person, a machine or a place: addresses, link-level addresses, names of hosts,
 * domains, users, networks and files, identifiers, and leaves out what cannot be told apart from such. The same value
 * has the same pseudonym in every file, and the relations of addresses stay (see drawMapping), so that the capture means
 * the same. The capture is gone through twice: first what there is, so that a pseudonym is never one of the originals.
 */
export function redact(capture: Capture, seed: RedactionSeed): Redaction {
  const { snapshot } = snapshotOf(capture);
  const collected = nothingCollected(interfacesOf(snapshot));
  collected.networks.push(...networksOf(snapshot));
  redactCapture(capture, collectingInto(collected));
  let leftOut = 0;
  const pseudonyms = assignPseudonyms(collected, seed, () => (leftOut += 1));
  const redacted = redactCapture(capture, pseudonyms);
  return { capture: redacted, summary: summaryOf(collected, pseudonyms, leftOut), pseudonyms };
}

function redactCapture(capture: Capture, pseudonyms: Pseudonyms): Capture {
  const names = new Set<string>();
  return {
    os: capture.os,
    osVersion: capture.osVersion === null ? null : redactText(capture.osVersion, pseudonyms, "prose"),
    takenAt: capture.takenAt,
    files: capture.files.map((file) => {
      const name = unique(redactFileName(file.name, pseudonyms), names);
      return { name, source: redactSource(file.source, pseudonyms), content: redactContent(file, capture, pseudonyms) };
    }),
  };
}

function redactContent(file: CaptureFile, { os }: Capture, pseudonyms: Pseudonyms): CaptureFile["content"] {
  const { content } = file;
  if (!content.read) return { read: false, reason: redactReason(content.reason, pseudonyms) };
  try {
    return { read: true, text: redactFileText(content.text, file.source, os, pseudonyms) };
  } catch (error) {
    if (!(error instanceof UnreadableOutput)) throw error;
    return { read: false, reason: { code: "unreadable", args: { line: error.line, detail: error.detail } } };
  }
}

function redactReason({ code, args }: CodedText, pseudonyms: Pseudonyms): CodedText {
  const redacted = Object.entries(args).map(([name, value]) => [name, redactArgument(value, pseudonyms)] as const);
  return { code, args: Object.fromEntries(redacted) };
}

function redactArgument(value: CodedText["args"][string], pseudonyms: Pseudonyms): CodedText["args"][string] {
  if (typeof value === "number") return value;
  if (typeof value === "string") return redactText(value, pseudonyms, "prose");
  return value.map((text) => redactText(text, pseudonyms, "prose"));
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${number}-${name}`;
  taken.add(free);
  return free;
}

function interfacesOf(snapshot: Snapshot): ReadonlySet<string> {
  const { routes, interfaces, tunnelOwners, rules } = snapshot;
  const named = [
    ...valuesOf(interfaces).map(({ name }) => name),
    ...[...valuesOf(routes.inet), ...valuesOf(routes.inet6)].map((route) => route.interface),
    ...valuesOf(tunnelOwners).map((owner) => owner.interface),
    ...valuesOf(rules).flatMap((rule) => [rule.inputInterface, rule.outputInterface]),
  ];
  return new Set(named.filter((name): name is string => name !== null));
}

/** The networks on which interfaces have their addresses, and those of the routes. */
function networksOf({ routes, interfaces }: Snapshot): Prefix[] {
  const connected = valuesOf(interfaces).flatMap(({ addresses }) =>
    addresses.map(({ address, prefixLength }) => {
      const parsed = parseAddress(address);
      return parsed === null ? null : prefixOf(parsed, prefixLength);
    }),
  );
  const routed = [...valuesOf(routes.inet), ...valuesOf(routes.inet6)].map((route) => parsePrefix(route.destination));
  return [...connected, ...routed].filter((prefix): prefix is Prefix => prefix !== null);
}
