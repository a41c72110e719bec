import { PROGRAMS } from "../room/programs.ts";
import type { Room } from "../room/room.ts";
import { mustRun } from "../room/run-program.ts";
import { ADDRESSES, CABLES, ROUTERS, type NamespaceName } from "./wiring.ts";

// A fresh IPv6 link-local address would be "tentative" for a second and change the table meanwhile.
const SETTLE_AT_ONCE = ["net.ipv6.conf.all.accept_dad=0", "net.ipv6.conf.default.accept_dad=0"];

/** Lays the cables of the lab and gives everything but the laptop its addresses. */
export async function buildNetwork(room: Room): Promise<void> {
  await Promise.all([
    setKernel(room, "client", SETTLE_AT_ONCE),
    ...ROUTERS.map((router) => setKernel(room, router, ["net.ipv4.ip_forward=1"])),
  ]);
  await runBatches(room, CABLES);
  await runBatches(room, ADDRESSES);
}

async function setKernel(room: Room, namespace: NamespaceName, settings: readonly string[]): Promise<void> {
  await mustRun([...room.enter(namespace), PROGRAMS.sysctl, "-q", "-w", ...settings]);
}

async function runBatches(room: Room, batches: Partial<Record<NamespaceName, readonly string[]>>): Promise<void> {
  await Promise.all(Object.entries(batches).map(([namespace, lines]) => room.ip(namespace, lines)));
}
