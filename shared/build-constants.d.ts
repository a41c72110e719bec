/**
 * SHA-256 (64 hex digits) over the sources that decide: network, snapshot, capture, health, clients, repair, contract.
 * App, command line and helper carry it so that they can tell whether they would judge alike.
 */
declare const __RULESET__: string;

/** The package's version, as in package.json. */
declare const __VERSION__: string;
