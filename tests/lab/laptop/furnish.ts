import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { WIFI } from "../network/addresses.ts";
import { PROGRAMS } from "../room/programs.ts";
import { mustRun } from "../room/run-program.ts";

/** Layered, so that a program can replace /etc/resolv.conf by a rename as on a real machine, which a mounted file forbids. */
const LAYERED = ["/etc", "/var/lib"];

/** The resolver file that the laptop got from its first network. */
export const FIRST_RESOLVER = `nameserver ${WIFI.home.router}\n`;

/**
 * Gives the laptop its own /etc and /var/lib (layers over the machine's), an empty /run, and a view of its own network
 * interfaces in /sys. `enter` starts a program on it, `root` is its file tree seen from here, `folder` the lab's folder.
 */
export async function furnish(enter: readonly string[], root: string, folder: string): Promise<void> {
  const mount = async (...args: string[]): Promise<void> => {
    await mustRun([...enter, PROGRAMS.mount, ...args]);
  };
  const layers = join(folder, "layers");
  await mkdir(layers);
  await mount("-t", "tmpfs", "layers", layers);
  await mount("-t", "tmpfs", "-o", "mode=755", "laptop", "/run"); // as on a real machine: root alone decides what is there
  await mount("-t", "sysfs", "sysfs", "/sys");
  for (const [index, path] of LAYERED.entries()) {
    const [upper, work] = [join(layers, `${index}-upper`), join(layers, `${index}-work`)];
    await Promise.all([mkdir(root + upper), mkdir(root + work)]);
    await mount("-t", "overlay", "layer", "-o", `lowerdir=${path},upperdir=${upper},workdir=${work}`, path);
  }
  await writeFile(join(root, "etc/resolv.conf"), FIRST_RESOLVER);
  await mkdir(join(root, "run/vpnc")); // vpnc-script writes there and does not make it
}
