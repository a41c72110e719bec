import type { CDPSession } from "@playwright/test";

/** The parts of a heap snapshot that its sizes are in. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: string[]; readonly node_types: [string[], ...unknown[]] };
  };
  /** One number per field and node. */
  readonly nodes: readonly number[];
}

/** What V8 makes of functions that run often: it grows for thousands of runs, and then no more. */
const CODE = "code";

/** Bytes of the objects that a page's JavaScript holds, without the code that it is compiled to. */
export async function heapObjects(developer: CDPSession): Promise<number> {
  const parts: string[] = [];
  developer.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => parts.push(chunk));
  await developer.send("HeapProfiler.takeHeapSnapshot");
  return bytesOfObjects(JSON.parse(parts.join("")));
}

function bytesOfObjects({ snapshot: { meta }, nodes }: HeapSnapshot): number {
  const [typeAt, sizeAt] = [meta.node_fields.indexOf("type"), meta.node_fields.indexOf("self_size")];
  const code = meta.node_types[0].indexOf(CODE);
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    if (nodes[node + typeAt] !== code) bytes += nodes[node + sizeAt] ?? 0;
  }
  return bytes;
}
