import { once } from "node:events";
import { succeeds, type Environment } from "./program-output.ts";
import { ownProcess, type OwnedProcess } from "./owned-processes.ts";
import type { PrivateFolders } from "./private-folders.ts";
import { SCREEN } from "./screen.ts";
import type { SessionBus } from "./session-bus.ts";
import { isTrayThere } from "./tray-items.ts";
import { until } from "./until.ts";

/** Starts a program that ends with the desktop. */
export type Start = (program: string, args: readonly string[], env: Environment) => OwnedProcess;

/** Notes each program as it starts, so that all can be ended whatever happens next. */
export function noting(started: OwnedProcess[]): Start {
  return (program, args, env) => {
    const process = ownProcess(program, args, env);
    started.unshift(process);
    return process;
  };
}

/**
 * Starts an X server on a free display.
 * @returns the display, such as `:1`
 */
export async function startXServer(start: Start, env: Environment): Promise<string> {
  const size = `${SCREEN.width}x${SCREEN.height}x24`;
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"], env);
  const [number] = (await firstWord(server)) as [string];
  return `:${number.trim()}`;
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
  const managed = async () => (await succeeds("xdotool", ["get_num_desktops"], env)) || undefined;
  await Promise.race([until("a window manager rules", managed), manager.failure]);
}

/** Starts the panel with the tray. */
export async function startPanel(start: Start, bus: SessionBus, env: Environment): Promise<void> {
  const panel = start("xfce4-panel", ["--disable-wm-check"], env);
  const there = async () => (await isTrayThere(bus)) || undefined;
  await Promise.race([until("the panel has a tray", there), panel.failure]);
}

/** Starts the notification daemon and something that listens to all that is said to it, one JSON object per line. */
export async function startNotifications(start: Start, bus: SessionBus, env: Environment): Promise<OwnedProcess> {
  const name = "org.freedesktop.Notifications";
  const daemon = start("dunst", [], env);
  const served = async () => (await bus.hasOwner(name)) || undefined;
  await Promise.race([until("notifications are served", served), daemon.failure]);
  const listener = start("busctl", ["--user", "--json=short", "monitor", name], env);
  const listening = async () => listener.talk().includes("Monitoring bus message stream") || undefined;
  await Promise.race([until("notifications are listened to", listening), listener.failure]);
  return listener;
}

function firstWord(server: OwnedProcess): Promise<unknown[]> {
  return Promise.race([once(server.report, "data"), server.failure]);
}
