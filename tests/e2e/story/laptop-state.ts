import type { Lab } from "../../lab/lab.ts";
import { RESOLVER_FILE } from "../../lab/laptop/resolver.ts";
import { SERVER } from "../../lab/network/addresses.ts";

/** The routes of the laptop's kernel that are made for the VPN server alone, as `ip route` prints them. */
export async function pinsOf({ laptop }: Lab): Promise<string[]> {
  return (await laptop.routes()).filter((route) => route.startsWith(`${SERVER} `));
}

/** All that a repair may touch on the laptop, as text: every routing table of both families, and the resolver file. */
export async function everythingOf({ laptop }: Lab): Promise<string> {
  const tables = await Promise.all(["-4", "-6"].map((family) => laptop.ip(family, "route", "show", "table", "all")));
  return [...tables, await laptop.readFile(RESOLVER_FILE)].join("\n");
}
