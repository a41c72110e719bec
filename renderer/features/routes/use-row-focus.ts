import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { rowAfter } from "../../app/row-keys.ts";

/** Which row of a drawn list the keyboard stands on, and how it moves. */
export interface RowFocus {
  /** Index of the one row that Tab leads to. */
  readonly stop: number;
  /** Tell it when a row has the focus. */
  readonly onFocus: (index: number) => void;
  /** For the list. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Moves the focus through a list of which only the rows in sight are drawn; a row is a button in an `li` with its `data-index`. */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  count: number,
): RowFocus {
  const [current, setCurrent] = useState(0);
  const wanted = useRef<number | null>(null);
  const drawn = virtualizer.getVirtualItems().map(({ index }) => index);
  useEffect(() => {
    if (wanted.current === null) return;
    // A row far away is there only once it has been scrolled to.
    const row = list.current?.querySelector<HTMLElement>(`li[data-index="${wanted.current}"] button`);
    if (row == null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  return {
    stop: drawn.includes(current) ? current : (drawn[0] ?? 0),
    onFocus: setCurrent,
    onKeyDown: (event) => {
      const isRow = event.target instanceof HTMLElement && event.target.matches("[data-row]");
      const target = isRow ? rowAfter(event.key, current, count) : null;
      if (target === null) return;
      event.preventDefault();
      wanted.current = target;
      setCurrent(target);
      virtualizer.scrollToIndex(target);
    },
  };
}
