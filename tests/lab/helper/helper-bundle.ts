import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../../../scripts/build/bundle.mjs";
import { buildConstants } from "../../../scripts/build/constants.mjs";

/** A program of the helper, built from the sources as they are now. */
export interface BuiltProgram {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Bundles one entry file (path from the project's folder) as the build does, into a folder of its own. `constants` are the
 * build's, as source text; of the sources as they are now when left out.
 */
export async function buildProgram(entry: string, constants = buildConstants()): Promise<BuiltProgram> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-helper-"));
  // Readable by all, so that tests can start it as somebody else.
  await chmod(folder, 0o755);
  const target = { name: "helper", entry, output: "helper.cjs", format: "cjs" as const };
  await bundle(target, folder, constants);
  return { path: join(folder, "helper.cjs"), remove: () => rm(folder, { recursive: true, force: true }) };
}
