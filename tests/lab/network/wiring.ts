import { SERVER, INNER_HOST, WIFI, WIFI_INTERFACE } from "./addresses.ts";

/** The network namespaces: the laptop, the air with its two bridges, the routers (the office's has a cable), the VPN server. */
export const NAMESPACES = ["client", "air", "home", "hot", "office", "server"] as const;

/** The name of a network namespace. */
export type NamespaceName = (typeof NAMESPACES)[number];

/** The laptop's end in the air; a Wi-Fi switch moves it from one bridge to the other. */
export const LAPTOP_PORT = "laptop";

/** The namespaces that pass packets on. */
export const ROUTERS: readonly NamespaceName[] = ["home", "hot", "office", "server"];

/** The cables, as lines for `ip -batch` in the namespace that each list is filed under; run before ADDRESSES. */
export const CABLES: Partial<Record<NamespaceName, readonly string[]>> = {
  air: [
    "link add brA type bridge",
    "link add brB type bridge",
    `link add ${LAPTOP_PORT} type veth peer name ${WIFI_INTERFACE} netns client`,
    "link add home type veth peer name lan netns home",
    "link add hot type veth peer name lan netns hot",
    "link set home master brA",
    "link set hot master brB",
    `link set ${LAPTOP_PORT} master brA`,
    ...["brA", "brB", LAPTOP_PORT, "home", "hot"].map((port) => `link set ${port} up`),
  ],
  server: ["link add home type veth peer name wan netns home", "link add hot type veth peer name wan netns hot"],
};

/** Addresses and routes of all but the laptop, whose own come with the network that it joins. */
export const ADDRESSES: Partial<Record<NamespaceName, readonly string[]>> = {
  client: ["link set lo up", `link set ${WIFI_INTERFACE} up`],
  home: router(WIFI.home.router, "192.0.2.2/30", "192.0.2.1"),
  hot: router(WIFI.hot.router, "192.0.2.6/30", "192.0.2.5"),
  server: [
    "link set lo up",
    `addr add ${SERVER}/32 dev lo`,
    `addr add ${INNER_HOST}/32 dev lo`,
    "addr add 192.0.2.1/30 dev home",
    "addr add 192.0.2.5/30 dev hot",
    "link set home up",
    "link set hot up",
    `route add ${WIFI.home.prefix} via 192.0.2.2`,
    `route add ${WIFI.hot.prefix} via 192.0.2.6`,
  ],
};

function router(inside: string, outside: string, upstream: string): string[] {
  return [
    "link set lo up",
    `addr add ${inside}/28 dev lan`,
    `addr add ${outside} dev wan`,
    "link set lan up",
    "link set wan up",
    `route add default via ${upstream}`,
    "route add unreachable 10.0.0.0/8", // private addresses lead nowhere outside: the inner host is reached by tunnel only
  ];
}
