import { useText } from "../app/services.ts";

/** What a list shows before the first look is done: the shape of rows, no words to read. */
export function ViewWaiting() {
  const text = useText();
  return (
    <div aria-busy="true" className="p-3">
      <p className="sr-only">{text("app:footer.waiting")}</p>
      <div aria-hidden className="animate-breathe space-y-2">
        <div className="mb-4 h-8 rounded-lg bg-line" />
        {["first", "second", "third", "fourth", "fifth"].map((row) => (
          <div key={row} className="h-11 rounded-lg border border-line bg-card" />
        ))}
      </div>
    </div>
  );
}
