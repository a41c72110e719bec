import type { Capture, CaptureFile } from "../../../shared/capture/capture.ts";
import { destinationOf } from "../../../shared/network/route-prefix.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { printIpRoutes } from "../../support/ip-route-printer.ts";
import { LAYOUTS, printTable } from "../../support/netstat-printer.ts";
import type { PrintLayout, PrintedRow } from "../../support/netstat-printer.ts";

/** The routing tables of a machine as the system's own program prints them. */
export function printedTables(snapshot: Snapshot): Capture {
  const { os, routes } = snapshot;
  const rows = [...valuesOf(routes.inet), ...valuesOf(routes.inet6)];
  const file = os === "linux" ? linuxFile(rows) : darwinFile(rows);
  return { os, osVersion: null, takenAt: null, files: [file] };
}

function linuxFile(rows: readonly Route[]): CaptureFile {
  return {
    name: "routes.json",
    source: "ip -j route show table all",
    content: { read: true, text: printIpRoutes(rows) },
  };
}

function darwinFile(rows: readonly Route[]): CaptureFile {
  const text = printTable(newestLayout(), rows.map(printedRow));
  return { name: "routes.txt", source: "netstat -rnl", content: { read: true, text } };
}

function newestLayout(): PrintLayout {
  const layout = LAYOUTS.at(-1);
  if (layout === undefined) throw new Error("the printer knows no layout");
  return layout;
}

function printedRow(route: Route): PrintedRow {
  return {
    family: route.family,
    prefix: destinationOf(route),
    host: route.host,
    gateway: route.gateway === "link" ? "link#14" : route.gateway,
    source: null,
    flags: route.flags.join(""),
    interface: route.interface ?? "",
    expire: "",
  };
}
