// The announcement page's own script: `?preview-at=…` in its address shows
// the campaign as it was at that moment.

const moment = new URLSearchParams(location.search).get("preview-at");
const widget = document.querySelector("#card");
if (moment) widget.setAttribute("preview-at", moment);

for (const link of document.querySelectorAll("#moments a")) {
  if (new URL(link.href).searchParams.get("preview-at") === moment) {
    link.setAttribute("aria-current", "true");
  }
}
