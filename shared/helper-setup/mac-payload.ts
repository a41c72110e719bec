import { uninstall } from "./mac-scripts.ts";
import { DARWIN_PLACES } from "./places.ts";

/** What the package for macOS is built from: the texts of the bundles, and what they were built as. */
export interface PayloadSources {
  /** helper.cjs, as it was built. */
  readonly helper: string;
  /** The command line program: an ECMAScript module, with or without a first line for the kernel. */
  readonly cli: string;
  readonly version: string;
  readonly ruleset: string;
}

/** A text file that the package puts into the helper's folder. */
export interface PayloadFile {
  /** In that folder. */
  readonly path: string;
  readonly content: string;
  readonly mode: number;
}

const PLAIN = 0o644;
const PROGRAM = 0o755;

/** Everything in the helper's folder but its Node. Files only: postinstall refuses links (helper-security R12). */
export function macPayload({ helper, cli, version, ruleset }: PayloadSources): readonly PayloadFile[] {
  return [
    { path: nameOf(DARWIN_PLACES.bundle), content: helper, mode: PLAIN },
    { path: nameOf(DARWIN_PLACES.manifest), content: `${JSON.stringify({ version, ruleset })}\n`, mode: PLAIN },
    { path: nameOf(DARWIN_PLACES.uninstall), content: uninstall(), mode: PROGRAM },
    { path: `${nameOf(DARWIN_PLACES.commands)}/holdfast`, content: ownProgram(cli), mode: PROGRAM },
    // Whoever types the command wants no suffix, and Node takes a file without one for a module only when it is told so.
    { path: `${nameOf(DARWIN_PLACES.commands)}/package.json`, content: `{ "type": "module" }\n`, mode: PLAIN },
  ];
}

function nameOf(path: string): string {
  return path.slice(DARWIN_PLACES.folder.length + 1);
}

// Runs on the Node of the package, not on any that is in the PATH; without the helper's flags, which make it slow.
function ownProgram(cli: string): string {
  const module = cli.replace(/^#!.*\n/, "");
  return `#!${DARWIN_PLACES.node}\n${module}`;
}
