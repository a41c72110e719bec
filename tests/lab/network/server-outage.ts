import type { Room } from "../room/room.ts";
import { ADDRESSES } from "./wiring.ts";

const UPLINKS = ["home", "hot"] as const;

/** Pulls both cables out of the VPN server: nothing reaches it, from no network. */
export async function cutOffServer(room: Room): Promise<void> {
  await room.ip(
    "server",
    UPLINKS.map((name) => `link set ${name} down`),
  );
}

/** Puts them in again, and the routes back that the kernel has dropped with them. */
export async function reconnectServer(room: Room): Promise<void> {
  const routes = (ADDRESSES.server ?? []).filter((line) => line.startsWith("route add "));
  await room.ip("server", [...UPLINKS.map((name) => `link set ${name} up`), ...routes]);
}
