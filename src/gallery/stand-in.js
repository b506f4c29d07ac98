// What stands around the cards of the gallery in place of the world: an endpoint that
// answers as each state needs, storage of this visit alone, and, for pictures, a clock
// that does not go on. `cargo xtask dist` makes one script of src/choose.js and the
// four of this folder.

/** Where the cards hand their links in to. What follows says how it answers. */
const ENDPOINT = "https://gallery.example/links/";
/** How the ids of the campaigns begin. */
const ID = "gallery-";

const json = (status, body, headers) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });

/** The endpoint's answers, by the end of its address. */
const ANSWERS = {
  received: () => json(200, { status: "received" }),
  busy: () => json(503, { message: "busy" }, { "retry-after": "600" }),
  refusing: () => json(422, { message: "This form takes links of public posts only." }),
  gone: () => Promise.reject(new TypeError("Failed to fetch")),
};

/** Answers for the endpoint, and lets everything else through. */
function standInForEndpoint() {
  const { fetch } = globalThis;
  globalThis.fetch = async (resource, options) => {
    const address = String(resource?.url ?? resource);
    if (!address.startsWith(ENDPOINT)) return fetch(resource, options);
    const response = await ANSWERS[address.slice(ENDPOINT.length)]();
    // As of an answer that came from there.
    return Object.defineProperties(response, { type: { value: "cors" }, url: { value: address } });
  };
}

/** Forgets what was written here before, so that each visit begins alike. */
function forget(id = ID) {
  try {
    const keys = Object.keys(localStorage);
    for (const key of keys) if (key.startsWith(`campaign-widget:${id}`)) localStorage.removeItem(key);
  } catch {
    // Nothing is stored here.
  }
}

/** Stops every clock of the page, and leaves nothing to chance. */
function standStill() {
  const [now, wall] = [performance.now(), Date.now()];
  performance.now = () => now;
  Date.now = () => wall;
  Math.random = () => 0;
}

/** Nobody is asked before leaving: what is written here is nobody's work. */
const letGo = () => addEventListener("beforeunload", (event) => event.stopImmediatePropagation());

/** Calls `act` while copying succeeds and no window opens, as for a reader who presses. */
function pretending(act) {
  const { open } = globalThis;
  globalThis.open = () => null;
  document.execCommand = () => true;
  act();
  globalThis.open = open;
  delete document.execCommand;
}
