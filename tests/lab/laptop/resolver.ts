/** The laptop's resolver file. */
export const RESOLVER_FILE = "/etc/resolv.conf";

/** The first line that vpnc-script puts into a resolver file of its own making begins so. */
export const VPNC_MARKER = "#@VPNC_GENERATED@";
