import { once } from "node:events";
import { runProgram } from "../../lab/room/run-program.ts";
import type { Environment } from "./environment.ts";
import type { Start } from "./desktop-processes.ts";
import type { OwnedProcess } from "./owned-processes.ts";
import type { PrivateFolders } from "./private-folders.ts";
import { SCREEN } from "./screen.ts";
import type { SessionBus } from "./session-bus.ts";
import { isTrayThere } from "./tray-items.ts";
import { DEADLINE, eventually } from "./eventually.ts";

/**
 * Starts an X server on a free display.
 * @returns the display, such as `:1`
 */
export async function startXServer(start: Start, env: Environment): Promise<string> {
  const size = `${SCREEN.width}x${SCREEN.height}x24`;
  // Without -noreset it starts anew whenever its last client leaves, and whoever connects in that moment is refused.
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp", "-noreset"], env);
  return `:${(await firstWord(server)).trim()}`;
}

/** Starts the session bus and waits until it listens. */
export async function startBus(start: Start, folders: PrivateFolders, env: Environment): Promise<void> {
  const settings = `--config-file=${folders.busSettings}`;
  await firstWord(start("dbus-daemon", [settings, "--nofork", "--nopidfile", "--print-address=3"], env));
}

/** Starts the window manager; without one no window ever loses the focus. */
export async function startWindowManager(start: Start, env: Environment): Promise<void> {
  const manager = start("openbox", ["--sm-disable"], env);
  // Answered only where a window manager has said how many desktops there are.
  const managed = async () => (await runProgram(["xdotool", "get_num_desktops"], { env })).code === 0;
  await Promise.race([eventually("a window manager rules", managed), manager.failure]);
}

/** Starts the panel with the tray. */
export async function startPanel(start: Start, bus: SessionBus, env: Environment): Promise<void> {
  const panel = start("xfce4-panel", ["--disable-wm-check"], env);
  await Promise.race([eventually("the panel has a tray", () => isTrayThere(bus)), panel.failure]);
}

/** Starts the notification daemon and something that listens to all that is said to it, one JSON object per line. */
export async function startNotifications(start: Start, bus: SessionBus, env: Environment): Promise<OwnedProcess> {
  const name = "org.freedesktop.Notifications";
  const daemon = start("dunst", [], env);
  await Promise.race([eventually("notifications are served", () => bus.hasOwner(name)), daemon.failure]);
  const listener = start("busctl", ["--user", "--json=short", "monitor", name], env);
  const listening = async () => listener.talk().includes("Monitoring bus message stream");
  await Promise.race([eventually("notifications are listened to", listening), listener.failure]);
  return listener;
}

/** What a server reports when it is ready. */
async function firstWord(server: OwnedProcess): Promise<string> {
  const said = once(server.report, "data", { signal: AbortSignal.timeout(DEADLINE) });
  return String((await Promise.race([said, server.failure]))[0]);
}
