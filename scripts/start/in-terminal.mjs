// @ts-check
import { inProject } from "../paths.mjs";
import { ended, startInTerminal } from "../processes/children.mjs";

/**
 * Shows the live state in this terminal until the person ends it.
 *
 * @returns {Promise<number>} the exit code
 */
export const showInTerminal = () =>
  ended(startInTerminal(process.execPath, [inProject("out/cli/holdfast.js"), "watch"]));
