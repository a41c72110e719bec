import { existsSync } from "node:fs";
import { LINUX_TOOLS } from "../../observe/linux-tools.ts";
import { isTrustedPath } from "../../trust/trusted-path.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { Refusal } from "../refusal.ts";

/** On macOS they are protected parts of the system, which not even root can change. */
const PLACES: Record<OperatingSystem, readonly (readonly string[])[]> = {
  darwin: [],
  linux: Object.values(LINUX_TOOLS),
};

/**
 * Refuses to look at the system with programs that somebody else than root could have changed (R8); one that is not there is
 * nothing to refuse. Throws Refusal `tool_missing`.
 */
export function requireTrustedTools(os: OperatingSystem): void {
  const chosen = PLACES[os].map((places) => places.find((path) => existsSync(path)));
  if (chosen.some((path) => path !== undefined && !isTrustedPath(path))) throw new Refusal("tool_missing");
}
