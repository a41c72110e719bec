import { inProject } from "../../../scripts/paths.mjs";
import { linuxUnits } from "../../../shared/helper-setup/linux-units.ts";
import { LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import { PROGRAMS } from "../room/programs.ts";

/** What stands in the place of what is installed, and of the instance's name. */
const BUILT: Readonly<Record<string, string>> = {
  [LINUX_PLACES.node]: inProject("out", "helper", "node"),
  [LINUX_PLACES.bundle]: inProject("out", "helper", "helper.cjs"),
  "--allow-uid=${HOLDFAST_USER}": "--allow-uid=0",
  "--peer=%i": "--peer=0-1-0",
};

/**
 * The command of a service as systemd would run it for a client of root's, with its user's rights and flags; programs as
 * they were built, not as they would be installed.
 */
export function commandOfUnit(name: "holdfast-keep-alive@.service"): string[] {
  const unit = linuxUnits().get(name) ?? "";
  const command = valueOf(unit, "ExecStart")
    .split(" ")
    .map((word) => BUILT[word] ?? word);
  const set = [
    "-all",
    ...valueOf(unit, "CapabilityBoundingSet").toLowerCase().replaceAll("cap_", "+").split(" "),
  ].join();
  return [PROGRAMS.setpriv, "--no-new-privs", "--bounding-set", set, "--", ...command];
}

function valueOf(unit: string, key: string): string {
  const value = new RegExp(`^${key}=(.*)$`, "m").exec(unit)?.[1];
  if (value === undefined) throw new Error(`the unit has no ${key}`);
  return value;
}
