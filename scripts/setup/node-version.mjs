// @ts-check
import { Stop } from "../terminal/stop.mjs";

/**
 * Whether this Node can run the build tools: 20 from 20.19, 22 from 22.12, and all later ones
 * (21 and the early 22 cannot load ECMAScript modules by `require`, which the tools rely on).
 *
 * @param {string} version such as "20.19.0"
 */
export function supportsNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/**
 * @param {string} [version] the running Node's version
 * @throws {Stop} when it is too old
 */
export function requireNode(version = process.versions.node) {
  if (supportsNode(version)) return;
  throw new Stop(`Holdfast needs Node 20.19 or newer (or 22.12 or newer); this is Node ${version}.`);
}
