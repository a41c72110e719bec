import { RotateCw } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useClient, useText } from "./services.ts";

/** What stays while views change: the room that a view scrolls in, and the line at the bottom. */
export function AppFrame({ lookedAt, children }: { lookedAt: string | null; children: ReactNode }) {
  const room = useRef<HTMLElement>(null);
  useEffect(() => {
    // The next time it opens it begins at the top again.
    const backToTop = () => room.current?.scrollTo(0, 0);
    window.addEventListener("blur", backToTop);
    return () => window.removeEventListener("blur", backToTop);
  }, []);
  return (
    <div className="flex h-full flex-col">
      <main ref={room} className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden">
        {children}
      </main>
      <Footer lookedAt={lookedAt} />
    </div>
  );
}

function Footer({ lookedAt }: { lookedAt: string | null }) {
  const text = useText();
  const client = useClient();
  const { i18n } = useTranslation();
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: "medium" });
  return (
    <footer className="flex items-center justify-between border-t border-line bg-card px-4 py-1.5 text-[12px] text-soft">
      <span className="tabular-nums">
        {lookedAt === null
          ? text("app:footer.waiting")
          : text("app:footer.last-look", { time: time.format(new Date(lookedAt)) })}
      </span>
      <button
        type="button"
        className="-mr-1.5 flex items-center gap-1.5 rounded-md px-1.5 py-1 font-medium text-accent hover:bg-sunken"
        onClick={() => void client.look(null)}
      >
        <RotateCw size={13} aria-hidden />
        {text("app:outcome.look-again")}
      </button>
    </footer>
  );
}
