import { existsSync } from "node:fs";
import { DARWIN_PLACES, LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { HelperFailure } from "./helper-failure.ts";
import { locateBeside } from "./locate-beside.ts";

const PLACES = ["helper/helper.cjs", "out/helper/helper.cjs"];

/**
 * The path of helper.cjs that belongs to the running bundle: beside it in a build (out/main → out/helper) and in the
 * resources of a packaged app; packages keep it in the helper's own folder. Throws HelperFailure `helper-missing`
 * with the place where it was expected first.
 */
export function locateHelper(bundle: string = import.meta.url): string {
  const { found, expected } = locateBeside(bundle, PLACES);
  if (found !== null) return found;
  if (existsSync(LINUX_PLACES.packageMark)) return LINUX_PLACES.bundle;
  if (existsSync(DARWIN_PLACES.bundle)) return DARWIN_PLACES.bundle;
  throw new HelperFailure("helper-missing", { path: expected });
}
