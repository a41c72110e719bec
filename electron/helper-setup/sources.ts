import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pins from "../../build/helper-node.json";
import { firstLine } from "../../shared/helper-setup/first-line.ts";
import { putProgram, putText } from "./put-file.ts";
import { SetupFailure } from "./setup-failure.ts";

/** What is installed: the bundle of the helper, and beside it the Node that it runs on. */
export interface Sources {
  /** Absolute path of helper.cjs as it was built. */
  readonly bundle: string;
}

/** Copies bundle and runtime into the folder of the helper. Throws SetupFailure `runtime-missing`, `runtime-changed`, `place-untrusted`. */
export function putPrograms({ bundle }: Sources, places: { readonly node: string; readonly bundle: string }): void {
  const node = join(dirname(bundle), "node");
  const pin = (pins as Record<string, { sha256: string } | undefined>)[`${process.platform}-${process.arch}`];
  if (pin === undefined || !existsSync(node)) throw new SetupFailure("runtime-missing", { path: node });
  putProgram(node, places.node, pin.sha256);
  putText(places.bundle, `${firstLine(places.node)}\n${readFileSync(bundle, "utf8")}`, 0o755);
}
