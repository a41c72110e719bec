import { spawn } from "node:child_process";
import { once } from "node:events";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { canHaveNamespaces, makeNamespace } from "../../support/network-namespace.ts";
import { LEFT, machineIn, NAMES } from "./worlds.ts";
import type { World } from "./worlds.ts";

/** A kernel that holds the same table, and `ip -j route show` about it. */
export interface KernelTable {
  /** Milliseconds that `ip -j route show table all` needs until its last byte is read. */
  show(): Promise<number>;
  end(): Promise<void>;
}

/** Why there is no kernel to ask here, null when there is one. */
export const whyNoKernel = canHaveNamespaces ? null : "network namespaces need Linux and root";

/** Fills a network namespace of its own with the rows of a machine. */
export async function fillKernel(world: World, size: number): Promise<KernelTable> {
  const namespace = await makeNamespace();
  try {
    const { physical, tunnel } = NAMES.linux;
    const devices = [
      // Two ends of one cable, so that both have a carrier; what leads into the tunnel needs only its name.
      `link add ${physical} type veth peer name ${tunnel}`,
      `link set ${physical} up`,
      `link set ${tunnel} up`,
      `addr add 192.168.1.23/24 dev ${physical}`,
      // The kernel takes no row through a router that it cannot reach; the network left is still here for it.
      `addr add ${LEFT.address} dev ${physical}`,
    ];
    await namespace.ip("-batch -", devices.join("\n"));
    const { inet, inet6 } = machineIn(world, "linux", size).routes;
    // What the kernel made itself for the address is there.
    const added = [...valuesOf(inet), ...valuesOf(inet6)].filter((route) => route.protocol !== "kernel").map(addition);
    for (let start = 0; start < added.length; start += ONE_BATCH) {
      await namespace.ip("-batch -", added.slice(start, start + ONE_BATCH).join("\n"));
    }
  } catch (error) {
    await namespace.end();
    throw error;
  }
  return { show: () => timeOf(namespace.place.ip), end: namespace.end };
}

/** Rows that `ip -batch` adds well within the time that a command is given. */
const ONE_BATCH = 10_000;

function addition({ destination, gateway, interface: name, protocol, metric }: Route): string {
  const via = gateway === "link" ? "" : ` via ${gateway}`;
  return `route add ${destination}${via} dev ${name ?? ""} proto ${protocol ?? "boot"} metric ${metric ?? 0}`;
}

async function timeOf(ip: { path: string; arguments?: readonly string[] }): Promise<number> {
  const start = performance.now();
  const child = spawn(ip.path, [...(ip.arguments ?? []), "-j", "route", "show", "table", "all"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.resume();
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`ip -j route show ended with ${String(code)}`);
  return performance.now() - start;
}
