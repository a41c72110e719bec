/** The words that start the command line program of this Holdfast in a terminal: in the source folder, and installed. */
export function ownCommand(isPackaged: boolean): readonly string[] {
  return isPackaged ? ["holdfast"] : ["npx", "holdfast"];
}
