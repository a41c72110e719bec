import type { Host } from "./host.ts";

/** Runs `ip` commands in as few processes as there are address families among them, each family's in this order. */
export async function runByFamily(commands: readonly (readonly string[])[], host: Host): Promise<void> {
  for (const family of ["-4", "-6"]) {
    const own = commands.filter(([, option]) => option === family);
    if (own.length > 0) await host.runTogether(own);
  }
}
