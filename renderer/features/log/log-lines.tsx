import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { LogLineItem } from "./log-line-item.tsx";
import type { ShownLine } from "./read-log.ts";

/** Pixels of a line before it is measured: one line of the log and two of its meaning. */
const USUAL_HEIGHT = 62;

/** The lines of a log. Only those in sight are on the page, so that a long log scrolls as a short one. */
export function LogLines({ lines }: { lines: readonly ShownLine[] }) {
  const list = useRef<HTMLOListElement>(null);
  const [room, setRoom] = useState<Element | null>(null);
  useLayoutEffect(() => setRoom(list.current?.closest("[role=tabpanel]") ?? null), []);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => room,
    estimateSize: () => USUAL_HEIGHT,
    scrollMargin: list.current?.offsetTop ?? 0,
    overscan: 8,
  });
  return (
    <ol ref={list} className="relative mx-3" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const shown = lines[index];
        return (
          shown !== undefined && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className="absolute top-0 left-0 w-full"
              style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
            >
              <LogLineItem shown={shown} />
            </li>
          )
        );
      })}
    </ol>
  );
}
