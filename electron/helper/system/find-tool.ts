import { accessSync, constants, statSync } from "node:fs";
import { Refusal } from "../refusal.ts";
import { isTrustedPath } from "../../trust/trusted-path.ts";

/** Where each tool may be, best place first. Nothing else is ever run, and PATH is never asked. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  ip: ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip"],
  ss: ["/usr/bin/ss", "/bin/ss", "/usr/sbin/ss", "/sbin/ss"],
  flock: ["/usr/bin/flock", "/bin/flock"],
  route: ["/sbin/route"],
  netstat: ["/usr/sbin/netstat"],
  ifconfig: ["/sbin/ifconfig"],
  sysctl: ["/usr/sbin/sysctl"],
};

/**
 * The path of a tool by its usual path, e.g. `/usr/sbin/ip` where that system has it. Throws Refusal `tool_missing`
 * when there is none that is a program of root which nobody else can change.
 */
export function findTool(usual: string): string {
  const places = PLACES[usual.slice(usual.lastIndexOf("/") + 1)] ?? [];
  const found = places.includes(usual) ? places.find(isTrustedProgram) : undefined;
  if (found === undefined) throw new Refusal("tool_missing");
  return found;
}

function isTrustedProgram(path: string): boolean {
  if (!isTrustedPath(path) || !statSync(path).isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not executable is as good as not there.
    return false;
  }
}
