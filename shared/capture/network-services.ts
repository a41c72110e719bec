import { partlyObserved } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Resolver } from "../snapshot/resolver.ts";
import type { RouterHint } from "../snapshot/snapshot.ts";
import type { NetworkService } from "./contribution.ts";

/** Ties the resolvers of network services to the interfaces of these services, as far as they are known. */
export function nameInterfaces(part: Part<Resolver[]>, services: readonly NetworkService[]): Part<Resolver[]> {
  if (!part.observed) return part;
  const value = part.value.map((resolver) =>
    resolver.origin === "networksetup" ? { ...resolver, interface: interfaceOf(resolver.name, services) } : resolver,
  );
  return { ...part, value };
}

/**
 * Replaces the service name in hints from network services by its interface. A hint whose service is not known says
 * nothing about an interface; it is left out and the part becomes partial.
 */
export function placeHints(part: Part<RouterHint[]>, services: readonly NetworkService[]): Part<RouterHint[]> {
  if (!part.observed) return part;
  const placed = part.value.flatMap((hint) => {
    const name = hint.origin === "network-service" ? interfaceOf(hint.interface, services) : hint.interface;
    return name === null ? [] : [{ ...hint, interface: name }];
  });
  return placed.length < part.value.length ? partlyObserved(placed) : { ...part, value: placed };
}

function interfaceOf(service: string | null, services: readonly NetworkService[]): string | null {
  return services.find((entry) => entry.name === service)?.interface ?? null;
}
