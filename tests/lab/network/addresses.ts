/** A Wi-Fi network that the laptop can join: the router's inside address, and the address it gives to the laptop. */
export interface WifiNetwork {
  readonly bridge: "brA" | "brB";
  readonly prefix: string;
  readonly router: string;
  readonly laptop: string;
}

/** The two networks: A at home, B the phone's hotspot. All addresses are documentation ranges (RFC 5737). */
export const WIFI = {
  home: { bridge: "brA", prefix: "198.51.100.0/28", router: "198.51.100.1", laptop: "198.51.100.2" },
  hot: { bridge: "brB", prefix: "198.51.100.128/28", router: "198.51.100.129", laptop: "198.51.100.130" },
} as const satisfies Record<string, WifiNetwork>;

/** Which Wi-Fi network. */
export type WifiName = keyof typeof WIFI;

/** The VPN server's public address. */
export const SERVER = "203.0.113.9";

/** A host behind the VPN that answers pings. */
export const INNER_HOST = "10.80.0.1";

/** The server's network is itself routed into the tunnel, so only the gateway pin keeps the client's own packets out of it. */
export const TUNNEL_PREFIXES = ["10.80.0.0/20", "10.81.0.0/21", "203.0.113.0/24"] as const;

/** What the VPN gives its clients: addresses, and a resolver that only the tunnel reaches. */
export const TUNNEL_POOL = { network: "10.99.0.0", netmask: "255.255.255.0", resolver: "10.99.0.1" } as const;

/** The laptop's Wi-Fi interface. */
export const WIFI_INTERFACE = "wlan0";

/** The tunnel's interface. */
export const TUNNEL_INTERFACE: string = "tun0";
