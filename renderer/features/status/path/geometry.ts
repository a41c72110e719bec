/** All lengths of the path picture, in units of its view box (one unit is one pixel of the popover). `deep` is its height with a fault inside the tunnel's arc. */
export const PICTURE = { width: 356, height: 134, deep: 156 };

export type NodeName = "computer" | "router" | "server" | "network";

/** Middle of each node, from left to right. */
export const CENTRE: Readonly<Record<NodeName, number>> = { computer: 41, router: 132, server: 224, network: 315 };

/** Height of the line that the nodes stand on. */
export const LINE_Y = 42;

/** Half of a node's side. */
export const NODE_HALF = 19;

/** Free space between a node and the end of a link. */
export const LINK_GAP = 5;

/** The room below the line, in which a fault is drawn. */
export const FAULT_Y = 106;
