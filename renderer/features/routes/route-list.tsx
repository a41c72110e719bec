import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import type { RouteRow } from "../../../shared/contract/route-table.ts";
import { useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { RouteItem } from "./route-item.tsx";
import { useHeight } from "./use-height.ts";
import { useRowFocus } from "./use-row-focus.ts";

/** Height of a row in two lines, in pixels; rows measure themselves once they are drawn. */
const ROW_HEIGHT = 46;

interface RouteListProps {
  readonly rows: readonly RouteRow[];
  /** How many rows match; more than are given when the rest was not asked for. */
  readonly matching: number;
  /** ISO 8601. */
  readonly lookedAt: string;
  readonly onMore: () => void;
  /** What stands above the rows and scrolls with them. */
  readonly children: ReactNode;
}

/** The rows, of which only those in sight are drawn: tables can have thousands. */
export function RouteList({ rows, matching, lookedAt, onMore, children }: RouteListProps) {
  const text = useText();
  const room = useRef<HTMLDivElement>(null);
  const [top, topHeight] = useHeight();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => room.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin: topHeight,
    overscan: 8,
  });
  const list = useRef<HTMLUListElement>(null);
  const focus = useRowFocus(list, virtualizer, rows.length);
  const items = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const row = rows[index];
    return row === undefined ? [] : [{ row, index, start: start - topHeight }];
  });
  return (
    <div ref={room} className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto">
      <div ref={top}>{children}</div>
      {rows.length > 0 && (
        <ul
          ref={list}
          onKeyDown={focus.onKeyDown}
          aria-label={text("app:routes.list")}
          className="relative bg-card"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ row, index, start }) => (
            <li
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={matching}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 border-b border-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              <RouteItem
                row={row}
                lookedAt={lookedAt}
                isOpen={opened.has(row.key)}
                isStop={index === focus.stop}
                onFocus={() => focus.onFocus(index)}
                onToggle={() => setOpened(toggled(opened, row.key))}
              />
            </li>
          ))}
        </ul>
      )}
      {matching > rows.length && (
        <div className="flex items-center justify-between gap-3 px-3 py-2">
          <p className="text-soft">{text("app:routes.more", { count: matching - rows.length })}</p>
          <Button kind="quiet" onClick={onMore}>
            {text("app:routes.show-more")}
          </Button>
        </div>
      )}
    </div>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const others = [...keys].filter((one) => one !== key);
  return new Set(keys.has(key) ? others : [...others, key]);
}
