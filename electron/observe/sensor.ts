import type { CaptureFile } from "../../shared/capture/capture.ts";
import type { CommandLine } from "./command-line.ts";
import { runCommand } from "./run-command.ts";
import type { RunLimits } from "./run-command.ts";

/** Reads one thing that a capture holds, now: mostly one file, several where the first answer leads to more questions. */
export type Sensor = (signal: AbortSignal | undefined) => Promise<readonly CaptureFile[]>;

/**
 * A sensor that runs a command. `name` is the file in a capture folder, `source` the command as a person would type it,
 * by which the parser is found (03-contracts, "Capture folder").
 */
export function commandSensor(
  name: string,
  source: string,
  command: CommandLine,
  limits: Pick<RunLimits, "timeout" | "maxBytes"> = {},
): Sensor {
  return async (signal) => {
    const content = await runCommand(command, signal === undefined ? limits : { ...limits, signal });
    return [{ name, source, content }];
  };
}

/** A sensor that asks the second only when the first gives no answer. */
export function withFallback(first: Sensor, second: Sensor): Sensor {
  return async (signal) => {
    const files = await first(signal);
    return files.some((file) => file.content.read) ? files : second(signal);
  };
}

/** Reads all sensors at the same time; the files stay in the order of the sensors. */
export async function readSensors(sensors: readonly Sensor[], signal: AbortSignal | undefined): Promise<CaptureFile[]> {
  const files = await Promise.all(sensors.map((read) => read(signal)));
  return files.flat();
}
