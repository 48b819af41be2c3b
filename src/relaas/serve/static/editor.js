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
  place.hidden = false;
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint: endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint: endpoint }], keys: [] },
    copyEndpointOnNewTab: false,
    populateFromUrl: false,
    persistenceId: null,
    persistencyExpire: 0,
    // no suggestions from other sites: what is typed here stays here
    yasqe: { value: text.value, autocompleters: [], createShareableLink: null },
  });
  plain.hidden = true;

  const show = (query) => {
    const tab = yasgui.getTab();
    tab.setQuery(query);
    return tab;
  };

  // Yasgui draws some controls without a name, and more of them with each answer
  const name = () => {
    for (const field of place.querySelectorAll(".CodeMirror textarea")) {
      field.setAttribute("aria-label", "SPARQL");
    }
    for (const area of place.querySelectorAll(".CodeMirror-scroll[tabindex='-1']")) {
      area.setAttribute("tabindex", "0");
      area.setAttribute("role", "region");
      area.setAttribute("aria-label", "SPARQL");
    }
    for (const choice of place.querySelectorAll("select.tableSizer:not([aria-label])")) {
      choice.setAttribute("aria-label", place.dataset.rows);
    }
    for (const field of place.querySelectorAll("input.tableFilter:not([aria-label])")) {
      field.setAttribute("aria-label", place.dataset.filter);
    }
  };
  new MutationObserver(name).observe(place, { childList: true, subtree: true });
  name();

  // Tab and Shift-Tab go to the next and the previous control, as everywhere else
  const editor = yasgui.getTab().getYasqe();
  editor.setOption("extraKeys", Object.assign({}, editor.getOption("extraKeys"), { Tab: false, "Shift-Tab": false }));
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
  // what this site tells of is shown by this site; the address of the link stays what the graph says
  place.addEventListener("click", (event) => {
    const link = event.target.closest(".yasr a[href]");
    if (link && place.dataset.base && link.getAttribute("href").startsWith(place.dataset.base)) {
      event.preventDefault();
      window.open("/resource?iri=" + encodeURIComponent(link.getAttribute("href")), "_blank", "noopener");
    }
  });
  window.relaas = { yasgui: yasgui };
})();
