// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import plist from "plist";

/**
 * Takes the permission for unencrypted connections to anywhere out of an app's property list. Electron's has it, electron-builder
 * writes it besides and no setting keeps it from that; what it allows for this computer alone stays: on macOS an update is
 * handed over by a server on 127.0.0.1.
 *
 * @param {string} path of Info.plist, changed in place
 * @throws {Error} when it is not a property list of an app
 */
export function allowLocalTransportOnly(path) {
  const { NSAppTransportSecurity: transport, ...info } = /** @type {import("plist").PlistObject} */ (
    plist.parse(readFileSync(path, "utf8"))
  );
  const { NSAllowsArbitraryLoads: _anywhere, ...local } = /** @type {import("plist").PlistObject} */ (transport);
  writeFileSync(path, plist.build({ ...info, NSAppTransportSecurity: local }));
}
