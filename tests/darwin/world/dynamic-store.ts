/** A value of the dynamic store: a text or a list of texts for each name. */
export type StoreValue = Readonly<Record<string, string | readonly string[]>>;

/** Keys that somebody else than configd wrote, e.g. `State:/Network/Service/utun6/DNS` of vpnc-script: they stay until removed or reboot (macos-facts §9.3). */
export interface DynamicStore {
  set(key: string, value: StoreValue): void;
  remove(key: string): void;
  get(key: string): StoreValue | null;
  keys(): readonly string[];
}

export function createDynamicStore(): DynamicStore {
  const values = new Map<string, StoreValue>();
  return {
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    get: (key) => values.get(key) ?? null,
    keys: () => [...values.keys()],
  };
}
