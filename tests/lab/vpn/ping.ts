import type { Lab } from "../lab.ts";
import { INNER_HOST } from "../network/addresses.ts";
import { PROGRAMS } from "../room/programs.ts";

/** Whether the host behind the VPN answers one ping from the laptop within a second. */
export async function innerHostAnswers(lab: Lab): Promise<boolean> {
  const { code } = await lab.laptop.run([PROGRAMS.ping, "-n", "-c", "1", "-W", "1", INNER_HOST]);
  return code === 0;
}
