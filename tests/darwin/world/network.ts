/** A network that a Mac can join: what its router and its DHCP server give. */
export interface Network {
  readonly name: string;
  readonly router: string;
  /** Link-level address of the router, as ifconfig would write it. */
  readonly routerLinkAddress: string;
  /** The lease: own address and prefix length. */
  readonly address: string;
  readonly length: number;
  readonly resolvers: readonly string[];
  /** Seconds in the Expire column of the router's neighbour row. */
  readonly routerExpires: number;
  /** False: the router has no way to the Internet. */
  readonly hasInternet: boolean;
}

/** The campus Wi-Fi of the story. */
export const CAMPUS: Network = {
  name: "campus",
  router: "10.51.0.1",
  routerLinkAddress: "00:00:5e:00:01:33",
  address: "10.51.23.7",
  length: 16,
  resolvers: ["10.51.0.1"],
  routerExpires: 1187,
  hasInternet: true,
};

/** The hotspot of her phone. */
export const HOTSPOT: Network = {
  name: "hotspot",
  router: "172.20.10.1",
  routerLinkAddress: "c6:52:4f:cc:a7:64",
  address: "172.20.10.2",
  length: 28,
  resolvers: ["172.20.10.1"],
  routerExpires: 1130,
  hasInternet: true,
};

/** A flat with the subnet that half of all routers come with. */
export const HOME: Network = {
  name: "home",
  router: "192.168.1.1",
  routerLinkAddress: "a2:11:7e:03:9c:40",
  address: "192.168.1.23",
  length: 24,
  resolvers: ["192.168.1.1"],
  routerExpires: 1187,
  hasInternet: true,
};

/** A café with the same subnet and another router. */
export const CAFE: Network = { ...HOME, name: "café", routerLinkAddress: "b8:27:eb:41:07:5d", address: "192.168.1.87" };

/** The office's cable. */
export const OFFICE: Network = {
  name: "office",
  router: "10.20.4.1",
  routerLinkAddress: "a2:90:01:0c:0d:04",
  address: "10.20.4.15",
  length: 22,
  resolvers: ["10.20.4.2"],
  routerExpires: 1187,
  hasInternet: true,
};
