// The editor: Yasgui over this site's own endpoint. Without this script the page is a plain form that works.
"use strict";

(function () {
  const plain = document.getElementById("plain");
  const place = document.getElementById("yasgui");
  const text = document.getElementById("query");
  if (!window.Yasgui || !plain || !place || !text) {
    return;
  }
  const endpoint = new URL("/sparql", window.location.href).href;
  // no suggestions from other sites: what is typed here stays here
  Yasgui.Yasqe.forkAutocompleter && (Yasgui.Yasqe.defaults.autocompleters = []);
  place.hidden = false;
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint: endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint: endpoint }], keys: [] },
    copyEndpointOnNewTab: false,
    populateFromUrl: false,
    persistenceId: null,
    persistencyExpire: 0,
    yasqe: { value: text.value, autocompleters: [], createShareableLink: null },
  });
  plain.hidden = true;
  const show = (query) => {
    const tab = yasgui.getTab();
    tab.setQuery(query);
    return tab;
  };
  show(text.value);
  document.getElementById("examples").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-query]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    const tab = show(link.dataset.query);
    place.scrollIntoView({ block: "start" });
    tab.query();
  });
  window.relaas = { yasgui: yasgui };
})();
