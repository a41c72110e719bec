import type { CliContext } from "./context.ts";
import { lookAt, lookHere } from "./look.ts";
import type { Look } from "./look.ts";
import { readFolder } from "./read-folder.ts";

/** Which machine a command is about. */
export interface FromOption {
  /** A capture folder of another machine, or of another time; this machine now when left out. */
  from?: string;
}

/** Looks at the folder that was named, else at this machine. */
export async function lookFrom({ from }: FromOption, context: CliContext): Promise<Look> {
  return from === undefined ? lookHere(context) : lookAt(await readFolder(from), "");
}
