// The announcement pages' own script: `?preview-at=…` in the address shows the
// campaign as it was at that moment, in either language.

const moment = new URLSearchParams(location.search).get("preview-at");
if (moment) document.querySelector("#card").setAttribute("preview-at", moment);

for (const link of document.querySelectorAll("#moments a")) {
  if (new URL(link.href).searchParams.get("preview-at") === moment) {
    link.setAttribute("aria-current", "true");
  }
}

document.querySelector("#other-language").search = location.search;

// Search engines take another language only by its full address, which this page cannot
// know before it is published.
for (const link of document.querySelectorAll("link[hreflang]")) link.setAttribute("href", link.href);

// A card that is closed, or cannot be shown, does not need the room that the style
// sheet keeps for an open one.
const release = ({ target }) => target.classList.add("short");
addEventListener("campaign-error", release);
addEventListener("campaign-phase", (event) => {
  if (event.detail.phase === "closed") release(event);
});
