import type { Interface, Neighbour, Rule } from "../snapshot/interface.ts";
import type { Part } from "../snapshot/part.ts";
import type { Process, Socket, TunnelOwner } from "../snapshot/process.ts";
import type { Resolver, StateFile } from "../snapshot/resolver.ts";
import type { Route } from "../snapshot/route.ts";
import type { ClientLog, Connectivity, OperatingSystem, RouterHint, ScriptMark } from "../snapshot/snapshot.ts";

/** What one output adds to a snapshot; a part that the output says nothing about is left out. */
export interface Contribution {
  readonly inetRoutes?: Part<Route[]>;
  readonly inet6Routes?: Part<Route[]>;
  readonly interfaces?: Part<Interface[]>;
  readonly neighbours?: Part<Neighbour[]>;
  readonly rules?: Part<Rule[]>;
  readonly resolvers?: Part<Resolver[]>;
  readonly processes?: Part<Process[]>;
  readonly tunnelOwners?: Part<TunnelOwner[]>;
  readonly sockets?: Part<Socket[]>;
  readonly stateFiles?: Part<StateFile[]>;
  readonly routerHints?: Part<RouterHint[]>;
  readonly clientLogs?: Part<ClientLog[]>;
  readonly connectivity?: Part<Connectivity[]>;
  readonly scriptMarks?: Part<ScriptMark[]>;
  readonly cutNames?: readonly CutName[];
  readonly networkServices?: readonly NetworkService[];
}

/**
 * Darwin: an interface name of a routing table that fills its column, so that it may be the beginning of a longer one
 * (macos-facts §3.2), with the kernel index where the row tells it (`link#N`).
 */
export interface CutName {
  readonly name: string;
  readonly index: number | null;
}

/** Darwin: a network service of the system settings (`Wi-Fi`) and the interface that it configures. */
export interface NetworkService {
  readonly name: string;
  readonly interface: string;
}

/** What printed a text: a command, a file, or a client's log. */
export type CaptureSource =
  | { readonly kind: "command"; readonly program: string; readonly arguments: readonly string[] }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "log"; readonly client: string };

/** Reads one kind of output. One file per command; all are listed in the registry. */
export interface OutputParser {
  readonly os: OperatingSystem | "any";
  /** Whether this parser reads what the source printed. `program` is the base name, environment prefix removed. */
  understands(source: CaptureSource): boolean;
  /** Reads the text. Throws {@link UnreadableOutput} when the text is not what the command prints. */
  parse(text: string, source: CaptureSource): Contribution;
}

/** A text that is not what its command prints; the part it belongs to becomes unobserved with this reason. */
export class UnreadableOutput extends Error {
  override readonly name = "UnreadableOutput";
  /** 1-based line, 0 when the text as a whole is meant. */
  readonly line: number;
  /** Machine-readable detail, e.g. `bad-destination`. */
  readonly detail: string;

  constructor(line: number, detail: string) {
    super(`line ${line}: ${detail}`);
    this.line = line;
    this.detail = detail;
  }
}
