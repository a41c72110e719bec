import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createClient } from "../shared/contract/client.ts";
import { chooseLanguage } from "../shared/contract/settings.ts";
import { DESKTOP_TEXTS } from "../shared/locales/desktop-texts.ts";
import { createI18n } from "../shared/locales/i18n.ts";
import { App } from "./app/app.tsx";
import { ClientProvider } from "./app/services.ts";
import { firstView, StandingProvider } from "./app/standing.ts";
import { keepStanding } from "./store/standing.ts";
import { createViewStore } from "./store/view-store.ts";

const client = createClient(window.holdfast, (push, issue) => {
  throw new Error(`push ${push} does not fit the contract: ${issue}`);
});
const useView = createViewStore(client);
const standing = keepStanding(firstView(), (now) => void client.stands(now));
const i18n = createI18n(chooseLanguage("system", navigator.languages), DESKTOP_TEXTS);

useView.subscribe(({ view }) => {
  if (view === null || view.language === i18n.language) return;
  document.documentElement.lang = view.language;
  void i18n.changeLanguage(view.language);
});
document.documentElement.lang = i18n.language;
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") void client.hide(null);
});

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <ClientProvider value={client}>
        <StandingProvider value={standing}>
          <App useView={useView} />
        </StandingProvider>
      </ClientProvider>
    </I18nextProvider>
  </StrictMode>,
);
void client.subscribe(null);
