import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { startLookout } from "../../../electron/main/watch/lookout-client.ts";
import { createLookout } from "../../../electron/main/watch/lookout.ts";
import { serveLookout } from "../../../electron/main/watch/serve-lookout.ts";
import { tableLines } from "../../../electron/cli/render/table.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { printedTables } from "../core/printed-table.ts";
import { machineIn } from "../core/worlds.ts";
import { measureCalm } from "./calm.ts";
import type { CalmFigures } from "./calm.ts";
import { printedObserver } from "./printed-observer.ts";

// calm.js MOST RESULTS: measures how long the app's main thread cannot answer while a table is looked at: when the lookout
// lives in a thread of its own, as in the app, and when it would live in the main one.
const TABLE = "HOLDFAST_BENCH_TABLE";
const HEADER = ["rows", "blocked, beside", "blocked, within", "ratio", "look, beside", "look, within"];
const SIZES = [100, 1_000, 10_000, 100_000];

interface CalmRow {
  readonly size: number;
  readonly beside: CalmFigures;
  readonly within: CalmFigures;
}

if (isMainThread) await measureAll(Number(process.argv[2]), process.argv[3] ?? "");
else serveLookout(printedObserver(process.env[TABLE] ?? ""));

async function measureAll(most: number, results: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  try {
    const rows: CalmRow[] = [];
    for (const size of SIZES.filter((one) => one <= most)) {
      console.error(`${size.toLocaleString("en")} rows`);
      rows.push(await measureTable(size, join(folder, "routes.json")));
    }
    console.log(tableLines([HEADER, ...rows.map(cells)]).join("\n"));
    console.log(
      "Milliseconds, medians of three looks. The app looks from a thread beside its main one; a frame has 16.",
    );
    writeFileSync(results, JSON.stringify({ rows }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureTable(size: number, file: string): Promise<CalmRow> {
  const content = printedTables(machineIn("mixed", "linux", size)).files[0]?.content;
  writeFileSync(file, content?.read === true ? content.text : "");
  process.env[TABLE] = file;
  const beside = await measureCalm((onSeen) =>
    startLookout({
      program: fileURLToPath(import.meta.url),
      start: () => ({ history: EMPTY_HISTORY, boot: "" }),
      onSeen,
      onError: fail,
    }),
  );
  const within = await measureCalm((onSeen) =>
    createLookout({
      observer: printedObserver(file),
      identity: { ruleset: "bench", boot: "", sha256: (text) => createHash("sha256").update(text).digest("hex") },
      history: EMPTY_HISTORY,
      nextId: () => "bench-1",
      onSeen,
      onError: fail,
    }),
  );
  return { size, beside, within };
}

function fail(error: unknown): never {
  throw error;
}

function cells({ size, beside, within }: CalmRow): string[] {
  return [
    size.toLocaleString("en"),
    beside.blocked.toFixed(1),
    within.blocked.toFixed(1),
    `×${(within.blocked / Math.max(beside.blocked, 0.1)).toFixed(0)}`,
    beside.look.toFixed(0),
    within.look.toFixed(0),
  ];
}
