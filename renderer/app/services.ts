import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { Client } from "../../shared/contract/ipc.ts";
import type { Translate } from "../../shared/locales/i18n.ts";

const ClientContext = createContext<Client | null>(null);

/** Gives the client to everything inside. */
export const ClientProvider = ClientContext.Provider;

/** The calls to main. Throws outside of a {@link ClientProvider}. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error("no client above this component");
  return client;
}

/** The text function of the present language; the component is drawn again when the language changes. */
export function useText(): Translate {
  const { t } = useTranslation();
  return (key, args = {}) => t(key, args);
}
