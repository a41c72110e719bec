import type { Interface } from "../snapshot/interface.ts";
import { partlyObserved } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Resolver } from "../snapshot/resolver.ts";
import type { RouterHint } from "../snapshot/snapshot.ts";
import type { NetworkService } from "./contribution.ts";
import { indexOf } from "./dhcp-leases.ts";

/** Ties the resolvers of network services to the interfaces of these services, as far as they are known. */
export function nameInterfaces(part: Part<Resolver[]>, services: readonly NetworkService[]): Part<Resolver[]> {
  if (!part.observed) return part;
  const value = part.value.map((resolver) =>
    resolver.origin === "networksetup" ? { ...resolver, interface: interfaceOf(resolver.name, services) } : resolver,
  );
  return { ...part, value };
}

/**
 * Replaces the service name in hints from network services, and the kernel index in those of systemd-networkd, by the
 * interface. A hint whose service or index is not known says nothing about an interface; it is left out and the part
 * becomes partial.
 */
export function placeHints(
  part: Part<RouterHint[]>,
  services: readonly NetworkService[],
  interfaces: readonly Interface[],
): Part<RouterHint[]> {
  if (!part.observed) return part;
  const placed = part.value.flatMap((hint) => {
    const name = nameOf(hint, services, interfaces);
    return name === null ? [] : [{ ...hint, interface: name }];
  });
  return placed.length < part.value.length ? partlyObserved(placed) : { ...part, value: placed };
}

function nameOf(
  hint: RouterHint,
  services: readonly NetworkService[],
  interfaces: readonly Interface[],
): string | null {
  if (hint.origin === "network-service") return interfaceOf(hint.interface, services);
  const index = indexOf(hint);
  if (index === null) return hint.interface;
  return interfaces.find((entry) => entry.index === index)?.name ?? null;
}

function interfaceOf(service: string | null, services: readonly NetworkService[]): string | null {
  return services.find((entry) => entry.name === service)?.interface ?? null;
}
