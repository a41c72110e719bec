import type { Prefix } from "../../../../shared/network/prefix.ts";

/**
 * Where a row leads: canonical address of a next hop; `{ interface }` as `route -interface` names it; `{ link }` as configd
 * does, by the interface's index.
 */
export type Via = string | { readonly interface: string } | { readonly link: string };

/** One request to the routing socket, as `route` and configd make them. */
export interface RouteRequest {
  readonly verb: "add" | "delete" | "change";
  /** Process that asks; 0 is the kernel itself. */
  readonly pid: number;
  readonly prefix: Prefix;
  /** Flag H: no mask is sent. */
  readonly host: boolean;
  /** `-ifscope`. */
  readonly scope: string | null;
  readonly via: Via | null;
  /** Letters that the request asks for besides U, G, H, I; S by `route` and configd. */
  readonly flags: string;
}
