import { createBareMac } from "./bare-mac.ts";
import type { BareMac, MacOptions } from "./bare-mac.ts";
import { isMonitor, monitor, runProgram } from "./programs/run-program.ts";
import type { Answer } from "./state.ts";
import { furnishTools } from "./tool-folder.ts";
import { serveTools } from "./tool-server.ts";
import type { ToolCall } from "./tool-server.ts";

/** A Mac whose programs anybody can start: they are executables under its root. */
export interface Mac extends BareMac {
  /** Sees every call of a program before it is answered; what it gives back is the answer instead. */
  interfere(with_: (call: ToolCall) => Answer | null): void;
  /** Gives all back; nothing of this Mac is left on the machine. */
  close(): Promise<void>;
}

/** A Mac that has just started, with no network. */
export async function createMac(options: MacOptions = {}): Promise<Mac> {
  const mac = createBareMac(options);
  let interfere: (call: ToolCall) => Answer | null = () => null;
  const server = await serveTools((call) => {
    if (isMonitor(call)) return monitor(mac);
    return interfere(call) ?? runProgram(call, mac, { pid: 50_000, isRoot: true });
  });
  furnishTools(mac.root, server.port);
  return {
    ...mac,
    interfere: (observer) => void (interfere = observer),
    async close() {
      await server.close();
      mac.remove();
    },
  };
}
