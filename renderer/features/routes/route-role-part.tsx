import { useText } from "../../app/services.ts";
import { TermLink } from "../../components/term-link.tsx";
import { Part } from "./part.tsx";
import { roleTerm } from "./role-term.ts";

/** What a row is there for, with the way to the glossary. `role` is a key of `app:role`. */
export function RouteRolePart({ role }: { role: string }) {
  const text = useText();
  const term = roleTerm(role);
  const words = text(`app:role.${role}`);
  return (
    <Part title={text("app:routes.role")}>
      <p>{term === null ? words : <TermLink term={term}>{words}</TermLink>}</p>
    </Part>
  );
}
