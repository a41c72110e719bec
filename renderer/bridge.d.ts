import type { Bridge } from "../shared/contract/ipc.ts";

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly holdfast: Bridge;
  }
}
