import { locateBeside } from "../../helper-client/locate-beside.ts";

const PLACES = ["cli/holdfast.js", "out/cli/holdfast.js"];

/** Absolute path of the command line program that belongs to the running bundle; null where plain Node finds none. */
export function locateCli(bundle: string = import.meta.url): string | null {
  return locateBeside(bundle, PLACES).found;
}
