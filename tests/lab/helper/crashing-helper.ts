import { createNodeHost } from "../../../electron/helper/system/node-host.ts";
import { placesIn } from "../../../electron/helper/system/places-of.ts";
import { serveChild } from "../../support/helper/serve-child.ts";

// The helper on the real machine, which kills itself in front of the n-th thing that it asks of the host:
// `crashing-helper.cjs FOLDER N`. With N = 0 it lives, and says in the end how many there were. With the name of a method in the
// place of N it kills itself during the first call of that, as soon as whatever the call starts is running.

const [directory = "", killAt = "0"] = process.argv.slice(2);
let asked = 0;

/** Counts every call of every method, also of the objects that belong to the host. */
function counted<Thing extends object>(thing: Thing): Thing {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === "function")
        return (...words: unknown[]) => beforeCall() ?? duringCall(name, Reflect.apply(value, target, words));
      return typeof value === "object" && value !== null ? counted(value) : value;
    },
  });
}

function beforeCall(): void {
  asked += 1;
  if (asked === Number(killAt)) process.kill(process.pid, "SIGKILL");
}

function duringCall<Result>(name: string | symbol, result: Result): Result {
  if (name === killAt) process.kill(process.pid, "SIGKILL");
  return result;
}

async function main(): Promise<void> {
  const host = counted(await createNodeHost(placesIn(directory)));
  await serveChild(host);
  process.stderr.write(`${asked}\n`);
}

void main();
