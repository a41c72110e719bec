import { readFile } from "node:fs/promises";
import type { ElectronApplication, Page } from "@playwright/test";
import { heapObjects } from "./heap-objects.ts";

/** What the page and the process behind it take; memory in MiB. */
export interface RendererMemory {
  /** Memory that it alone has written to. */
  readonly private: number;
  /** All its memory, with the program's own code, which other processes have, too. */
  readonly resident: number;
  /** What JavaScript holds, with the code that it is compiled to. */
  readonly heap: number;
  /** What JavaScript holds, without that code. */
  readonly objects: number;
  /** Elements and texts, drawn or not. */
  readonly nodes: number;
  /** Functions that wait for an event. */
  readonly listeners: number;
}

const KIBIBYTES_PER_MEBIBYTE = 1_024;
const BYTES_PER_MEBIBYTE = 1_024 ** 2;

/** Has the page throw away what it does not need, and looks what it takes then. */
export async function rendererMemory(app: ElectronApplication, page: Page): Promise<RendererMemory> {
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  const developer = await page.context().newCDPSession(page);
  try {
    await developer.send("HeapProfiler.collectGarbage");
    const { usedSize } = await developer.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners: listeners } = await developer.send("Memory.getDOMCounters");
    const memory = await memoryOf(pid);
    const objects = await heapObjects(developer);
    return { ...memory, heap: usedSize / BYTES_PER_MEBIBYTE, objects: objects / BYTES_PER_MEBIBYTE, nodes, listeners };
  } finally {
    await developer.detach();
  }
}

async function memoryOf(pid: number | undefined): Promise<Pick<RendererMemory, "private" | "resident">> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
  const mebibytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1]) / KIBIBYTES_PER_MEBIBYTE;
  return { private: mebibytes("Private_Dirty"), resident: mebibytes("Rss") };
}
