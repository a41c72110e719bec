// @ts-check
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../processes/server.mjs";
import { xAuthority } from "./x-authority.mjs";

/**
 * Starts an X server without a screen, for this user's programs only.
 *
 * @param {string} xvfb path of the program
 * @returns {Promise<{ DISPLAY: string, XAUTHORITY: string } | undefined>} what programs need in their environment
 */
export async function startVirtualDisplay(xvfb) {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-display-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const authority = join(folder, "authority");
  writeFileSync(authority, xAuthority(randomBytes(16)), { mode: 0o600 });
  const options = ["-displayfd", "3", "-auth", authority, "-screen", "0", "1280x800x24", "-nolisten", "tcp"];
  const number = await startServer(xvfb, options);
  return number ? { DISPLAY: `:${number}`, XAUTHORITY: authority } : undefined;
}
