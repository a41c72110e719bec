import type { Audit } from "./audit.ts";
import type { Caller } from "./caller.ts";
import type { Door } from "./door.ts";
import type { Host } from "./host.ts";

/** What all requests of one connection share. */
export interface Session {
  readonly host: Host;
  readonly caller: Caller;
  readonly door: Door;
  readonly ruleset: string;
  readonly version: string;
  readonly audit: Audit;
}
