// @ts-check
import { findProgram } from "../processes/programs.mjs";
import { startServer } from "../processes/server.mjs";

/**
 * Notifications need a session bus; a machine without a display rarely has one.
 *
 * @returns {Promise<{ DBUS_SESSION_BUS_ADDRESS: string } | undefined>} what programs need in their environment;
 *   nothing when there is one already, or none can be had
 */
export async function startMessageBus() {
  const dbusDaemon = findProgram("dbus-daemon");
  if (process.env.DBUS_SESSION_BUS_ADDRESS || !dbusDaemon) return undefined;
  const address = await startServer(dbusDaemon, ["--session", "--nofork", "--nopidfile", "--print-address=3"]);
  return address ? { DBUS_SESSION_BUS_ADDRESS: address } : undefined;
}
