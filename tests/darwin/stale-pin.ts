import { connected } from "./world/clients/openconnect.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS, HOTSPOT } from "./world/network.ts";
import type { Answer } from "./world/state.ts";
import type { ToolCall } from "./world/tool-server.ts";

export const SERVER = "222.66.117.109";
export const STALE_PIN = `${SERVER} 10.51.0.1 UGHS en0`;

/** A pin to the campus, whose client is gone, on the hotspot. */
export function withStalePin(mac: Mac): void {
  mac.joins(CAMPUS);
  connected(mac, { script: vpnSlice }).isKilled();
  mac.joins(HOTSPOT);
}

/** Whether the program is about to delete a row. */
export function isDeletion({ program, words }: ToolCall): boolean {
  return program === "route" && words.includes("delete");
}

/** Somebody types `route -n …`. */
export function route(mac: Mac, words: string): Answer {
  return mac.run(["route", "-n", ...words.split(" ")]);
}
