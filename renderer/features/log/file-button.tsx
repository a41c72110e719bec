import { useEffect, useRef } from "react";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";

/** Opens the system's dialogue for a file, and gives the one that was chosen. */
export function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const text = useText();
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const closed = () => void client.stay({ open: false });
    const field = input.current;
    field?.addEventListener("cancel", closed);
    return () => field?.removeEventListener("cancel", closed);
  }, [client]);
  // The dialogue takes the focus, on which the popover would hide.
  const choose = async () => {
    await client.stay({ open: true });
    input.current?.click();
  };
  const chosen = () => {
    void client.stay({ open: false });
    const file = input.current?.files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <>
      <Button kind="quiet" onClick={() => void choose()}>
        {text("app:log.open-file")}
      </Button>
      <input ref={input} type="file" hidden aria-label={text("app:log.open-file")} onChange={chosen} />
    </>
  );
}
