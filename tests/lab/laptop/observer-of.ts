import { linuxPlace, linuxPlatform } from "../../../electron/observe/linux.ts";
import { createObserver } from "../../../electron/observe/observer.ts";
import type { Observer } from "../../../electron/observe/observer.ts";
import { PROGRAMS } from "../room/programs.ts";
import type { Laptop } from "./laptop.ts";

/** Looks at the laptop from outside: its network and processes, as the machine numbers them, and its resolver file. */
export function observerOf(laptop: Laptop): Observer {
  const [path = "", ...words] = [...laptop.enter, PROGRAMS.ip];
  const place = {
    ...linuxPlace(),
    ip: { path, arguments: words },
    process: `/proc/${laptop.pid}`,
    resolvConf: `/proc/${laptop.pid}/root/etc/resolv.conf`,
    resolvectl: null,
    nmcli: null,
    leases: [],
  };
  return createObserver({ platform: linuxPlatform(place) });
}
