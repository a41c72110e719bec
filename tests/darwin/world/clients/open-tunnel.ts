import { utun } from "../kernel/link.ts";
import type { BareMac } from "../bare-mac.ts";

/** Makes the utun with the lowest free number for a process and gives its name. Its index follows from its number; XNU hands out freed ones again, in an order that the facts do not tell. */
export function openTunnel(mac: BareMac, pid: number, mtu: number): string {
  let number = 0;
  while (mac.kernel.link(`utun${number}`) !== null) number += 1;
  const link = utun(number, mac.hardware.firstTunnelIndex + number, mtu);
  mac.kernel.attach(link);
  mac.processes.change(pid, { tunnels: [...(mac.processes.find(pid)?.tunnels ?? []), link.name] });
  return link.name;
}
