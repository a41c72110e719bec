import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** No program that is asked here needs longer, in milliseconds. */
const TIMEOUT = 10_000;

export type Environment = Readonly<Record<string, string>>;

/**
 * What a program prints.
 * @throws Error with its exit code and stderr when it fails or takes too long
 */
export async function programOutput(program: string, args: readonly string[], env: Environment): Promise<string> {
  const { stdout } = await execute(program, [...args], { env, timeout: TIMEOUT, maxBuffer: 16 * 1024 * 1024 });
  return stdout;
}

/** Whether a program ends with exit code 0; for programs that answer "not yet" by failing. */
export function succeeds(program: string, args: readonly string[], env: Environment): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, [...args], { env, timeout: TIMEOUT }, (error) => resolve(error === null));
  });
}
