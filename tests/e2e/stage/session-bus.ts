import * as v from "valibot";
import { mustRun } from "../../lab/room/run-program.ts";
import type { Environment } from "./environment.ts";

/** Who is spoken to: bus name, object path, interface. */
export type BusObject = readonly [name: string, path: string, interfaceName: string];

export type SessionBus = {
  /**
   * Calls a method; answers its values in order, a variant as `{ type, data }`.
   * @param args the signature, then the values, as busctl reads them
   * @throws Error with what busctl says when the call fails
   */
  call(object: BusObject, method: string, args?: readonly string[]): Promise<unknown[]>;
  /** The value of a property. */
  property(object: BusObject, name: string): Promise<unknown>;
  /** Whether somebody serves under this name. */
  hasOwner(name: string): Promise<boolean>;
};

const BUS: BusObject = ["org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"];

const Values = v.object({ data: v.array(v.unknown()) });
const Value = v.object({ data: v.unknown() });

/** Talks to the session bus of an environment through busctl, which answers in JSON. */
export function sessionBus(env: Environment): SessionBus {
  const ask = async (args: readonly string[]): Promise<unknown> => {
    const answer = await mustRun(["busctl", "--user", "--json=short", ...args], { env });
    // A method that returns nothing prints nothing.
    return answer === "" ? { data: [] } : JSON.parse(answer);
  };
  const call: SessionBus["call"] = async (object, method, args = []) =>
    v.parse(Values, await ask(["call", ...object, method, ...args])).data;
  return {
    call,
    property: async (object, name) => v.parse(Value, await ask(["get-property", ...object, name])).data,
    hasOwner: async (name) => (await call(BUS, "NameHasOwner", ["s", name]))[0] === true,
  };
}
