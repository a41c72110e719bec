import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import type { Capture } from "../../shared/capture/capture.ts";

const DATA = path.join(import.meta.dirname, "data");

const Description = v.object({
  schema: v.literal(1),
  os: v.picklist(["darwin", "linux"]),
  osVersion: v.string(),
  files: v.record(v.string(), v.string()),
});

const ExpectedRoute = v.object({ destination: v.string(), gateway: v.string(), interface: v.string() });

/** What is true in a recorded capture (data/README.md explains each field). */
const Expected = v.object({
  title: v.string(),
  gallery: v.optional(v.boolean(), false),
  stale: v.array(v.object({ ...ExpectedRoute.entries, cidr: v.string(), scoped: v.boolean() })),
  keep: v.array(ExpectedRoute),
  diagnosis: v.string(),
  acceptableDiagnoses: v.optional(v.array(v.string()), []),
});

/** A recorded machine state with what is true in it. */
export interface RecordedCapture {
  readonly name: string;
  readonly capture: Capture;
  readonly expected: v.InferOutput<typeof Expected>;
}

/** All recorded captures, by folder name. */
export function recordedCaptures(): RecordedCapture[] {
  const folders = readdirSync(DATA, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map((entry) => recordedCapture(entry.name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** One recorded capture by its folder name, e.g. `05-third-state-stale-pin`. */
export function recordedCapture(name: string): RecordedCapture {
  const folder = path.join(DATA, name);
  const description = v.parse(Description, JSON.parse(readFileSync(path.join(folder, "capture.json"), "utf8")));
  const files = Object.entries(description.files).map(([file, source]) => ({
    name: file,
    source,
    content: { read: true as const, text: readFileSync(path.join(folder, file), "utf8") },
  }));
  const expected = v.parse(Expected, JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")));
  return { name, expected, capture: { os: description.os, osVersion: description.osVersion, takenAt: null, files } };
}
