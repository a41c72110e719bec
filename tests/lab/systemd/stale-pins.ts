import type { SystemdRoom } from "./systemd-room.ts";

const IP = "/usr/sbin/ip";

/** Routes to two VPN servers by a router that is on no network any more, as the kernel prints them. */
export const STALE = ["203.0.113.9 via 198.51.100.1 dev wlan0 ", "203.0.113.10 via 198.51.100.1 dev wlan0 "];

/** Leaves them behind, as a change of network does. */
export async function makeStalePins({ run }: Pick<SystemdRoom, "run">): Promise<void> {
  const ip = (...words: readonly string[]) => run([IP, ...words]);
  await ip("link", "set", "lo", "up");
  await ip("link", "add", "wlan0", "type", "veth", "peer", "name", "air0");
  for (const link of ["air0", "wlan0"]) await ip("link", "set", link, "up");
  await ip("addr", "add", "198.51.100.2/28", "dev", "wlan0");
  for (const pin of [9, 10]) await ip("route", "add", `203.0.113.${pin}`, "via", "198.51.100.1", "dev", "wlan0");
  await ip("addr", "add", "198.51.100.130/28", "dev", "wlan0");
  await ip("addr", "del", "198.51.100.2/28", "dev", "wlan0");
  await ip("route", "add", "default", "via", "198.51.100.129", "dev", "wlan0");
}

/** Those of them that are there now. */
export async function pinsOf({ run }: Pick<SystemdRoom, "run">): Promise<string[]> {
  return (await run([IP, "-4", "route", "show"])).split("\n").filter((row) => row.startsWith("203.0.113."));
}
