import { writeFileSync } from "node:fs";
import { createNodeHost } from "../../../electron/helper/system/node-host.ts";
import { placesIn } from "../../../electron/helper/system/places-of.ts";
import type { Call } from "./phases.ts";
import { serveChild } from "../../support/helper/serve-child.ts";

// The helper on the real machine, which writes down when it asked what of the host, into a file beside its folder when it ends.
// It is started as the real one is. Only for the split into phases; whole times are those of the real bundle.

const directory = process.argv.at(-1)?.replace("--state-directory=", "") ?? "";
const calls: Call[] = [];

/** Writes down every call of every method, also of the objects that belong to the host. */
function timed<Thing extends object>(thing: Thing, prefix = ""): Thing {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === "function")
        return (...words: unknown[]) =>
          noted(nameOf(prefix + String(name), words), () => Reflect.apply(value, target, words));
      return typeof value === "object" && value !== null ? timed(value, `${String(name)}.`) : value;
    },
  });
}

function nameOf(method: string, [command]: readonly unknown[]): string {
  return method === "run" && Array.isArray(command) && command.includes("del") ? "run del" : method;
}

function noted(name: string, call: () => unknown): unknown {
  const begun = performance.now();
  const note = () => calls.push({ name, begun, ended: performance.now() });
  const result = call();
  if (result instanceof Promise) return result.finally(note);
  note();
  return result;
}

async function main(): Promise<void> {
  const host = timed(await createNodeHost(placesIn(directory)));
  await serveChild(host);
  writeFileSync(`${directory}.calls`, JSON.stringify(calls));
}

void main();
