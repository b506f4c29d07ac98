// In each page of the race before its own scripts: notes when it comes to life.
// The apps name their parts as the card does, in a shadow root or without.
(() => {
  const roots = [document];
  /** What the page waits to see, each with whom to tell. */
  const awaited = new Set();
  const noted = [];
  const note = (name, start) => noted.push({ name, start, end: performance.now() });
  const { requestAnimationFrame } = globalThis;

  const look = () => {
    for (const wanted of awaited) {
      if (!wanted.isThere()) continue;
      awaited.delete(wanted);
      wanted.tell();
    }
  };
  const observer = new MutationObserver(look);
  const observe = (root) => observer.observe(root, { childList: true, subtree: true, characterData: true });
  observe(document);
  /** Leaves the page alone from now on, before something is timed that `until` is not needed for. */
  let rests = false;
  const rest = () => {
    rests = true;
    observer.disconnect();
  };

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    if (!rests) observe(root);
    return root;
  };

  const all = (part) => roots.flatMap((root) => [...root.querySelectorAll(`[part~="${part}"]`)]);
  const find = (part) => all(part)[0];
  const until = (isThere) =>
    new Promise((tell) => {
      awaited.add({ isThere, tell });
      look();
    });
  /** The time at which the frame with what is there now has been painted. */
  const painted = () =>
    new Promise((tell) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => tell(performance.now());
      requestAnimationFrame(() => port2.postMessage(null));
    });

  const live = () => all("countdown").filter(({ textContent }) => /\d/.test(textContent)).length;
  /** What the draft is told: it differs after every key. */
  const report = () => ["count", "x-count", "rule"].map((name) => all(name).map((part) => part.textContent)).join();

  const memories = new Set();
  const instantiated = async (name, start, result) => {
    const { instance = result } = result;
    note(name, start);
    for (const value of Object.values(instance.exports)) {
      if (value instanceof WebAssembly.Memory) memories.add(value);
    }
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const start = performance.now();
      const result = await own.apply(WebAssembly, given);
      instantiated(`WebAssembly.${name}`, start, result);
      return result;
    };
  }

  let timersFired = 0;
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
    const own = globalThis[name];
    globalThis[name] = (callback, ...rest) =>
      own.call(
        globalThis,
        (...given) => {
          timersFired += 1;
          return callback(...given);
        },
        ...rest,
      );
  }

  /** Frames of 50 ms and more, and the scripts in them; the browser tells of them later. */
  new PerformanceObserver((list) => {
    for (const { scripts, startTime, duration, styleAndLayoutStart } of list.getEntries()) {
      noted.push({ name: "frame", start: startTime, end: startTime + duration });
      for (const { sourceURL, invoker, startTime, duration } of scripts) {
        const [file, way] = [sourceURL, invoker].map((name) => name.split("/").pop());
        noted.push({ name: `  script ${file}: ${way}`, start: startTime, end: startTime + duration });
      }
      if (styleAndLayoutStart) noted.push({ name: "  style, layout", start: styleAndLayoutStart, end: startTime + duration });
    }
  }).observe({ type: "long-animation-frame" });

  /** Live, then with a first letter in the draft and what the rules say of it. */
  const begun = (async () => {
    const times = {};
    await until(live);
    times.inTheDocument = performance.now();
    times.live = await painted();
    await until(() => find("draft") && !find("draft").disabled);
    const before = report();
    find("draft").focus();
    document.execCommand("insertText", false, "a");
    await until(() => find("draft").value === "a" && report() !== before);
    times.draft = await painted();
    return times;
  })();

  globalThis.race = {
    begun,
    noted,
    all,
    find,
    until,
    rest,
    live,
    report,
    memory: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    timersFired: () => timersFired,
  };
})();
