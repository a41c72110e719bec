// @ts-check
import { readFileSync } from "node:fs";
import { inPackage } from "../../paths.mjs";
import { pinnedNode, thisSystem } from "../../setup/helper-node.mjs";

/**
 * @typedef {object} Runtime a program of others that is shipped whole
 * @property {"electron" | "node"} name
 * @property {string} version
 * @property {string} purl where scanners look for its faults (package-url)
 * @property {string} cpe and by which name the national vulnerability database knows it
 * @property {string | undefined} sha256 of what is downloaded; undefined when it is not known
 */

/**
 * What a package is made for.
 *
 * @typedef {object} Made
 * @property {string} electron version of the Electron in it
 * @property {string} [system] such as "darwin-arm64"; left out: this one
 */

/**
 * Electron, with the Chromium and the Node inside of it, and the Node that runs the helper and the command line program.
 *
 * @param {Made} made
 * @returns {Runtime[]}
 * @throws {Error} when no Node is pinned for that system
 */
export function shippedRuntimes({ electron, system = thisSystem }) {
  /** @type {Record<string, string>} */
  const checksums = JSON.parse(readFileSync(inPackage("electron", "checksums.json"), "utf8"));
  const node = pinnedNode(system);
  if (node === undefined) throw new Error(`No Node is pinned for ${system}.`);
  return [
    {
      name: "electron",
      version: electron,
      purl: `pkg:npm/electron@${electron}`,
      cpe: `cpe:2.3:a:electronjs:electron:${electron}:*:*:*:*:*:*:*`,
      sha256: checksums[`electron-v${electron}-${system}.zip`],
    },
    {
      name: "node",
      version: node.version,
      purl: `pkg:generic/node@${node.version}`,
      cpe: `cpe:2.3:a:nodejs:node.js:${node.version}:*:*:*:*:*:*:*`,
      sha256: node.sha256,
    },
  ];
}
