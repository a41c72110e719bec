import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineSummary } from "../../../shared/history/timeline.ts";
import { stateChangeText, timelineEventText } from "../../../shared/locales/timeline-text.ts";
import { useText } from "../../app/services.ts";
import { EntryDifference } from "./entry-difference.tsx";

/** Events that a folded entry shows; the rest is counted. */
const LISTED_EVENTS = 3;

interface TimelineItemProps {
  readonly entry: TimelineSummary;
  /** Whether Tab leads to this entry. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

/** One moment at which something changed; opens to what differs before and after. */
export function TimelineItem({ entry, isStop, onFocus }: TimelineItemProps) {
  const [isOpen, setOpen] = useState(false);
  const { i18n } = useTranslation();
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: "medium" });
  return (
    <Collapsible.Root open={isOpen} onOpenChange={setOpen}>
      <Collapsible.Trigger
        data-row
        tabIndex={isStop ? 0 : -1}
        onFocus={onFocus}
        className="group grid w-full grid-cols-[16px_minmax(0,1fr)] gap-x-2 px-3 py-2 text-left leading-snug hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className="mt-1 text-soft transition-transform group-data-[state=open]:rotate-90"
        />
        <span>
          <span className="text-small text-soft tabular-nums">{time.format(new Date(entry.at))}</span>
          <EventWords entry={entry} isOpen={isOpen} />
        </span>
      </Collapsible.Trigger>
      <Collapsible.Content className="border-t border-line bg-paper py-2 pr-3 pl-8">
        <EntryDifference id={entry.id} />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

function EventWords({ entry: { events, moreEvents, state }, isOpen }: { entry: TimelineSummary; isOpen: boolean }) {
  const text = useText();
  const listed = isOpen ? events : events.slice(0, LISTED_EVENTS);
  const count = events.length - listed.length + moreEvents;
  const change = stateChangeText(state, text);
  return (
    <>
      {listed.map((event, index) => (
        <span key={JSON.stringify(event)} className={`block ${index === 0 ? "font-semibold" : ""}`}>
          {timelineEventText(event, text)}
        </span>
      ))}
      {change !== null && <span className="block text-accent">{change}</span>}
      {count > 0 && <span className="block text-small text-soft">{text("changes:more", { count })}</span>}
    </>
  );
}
