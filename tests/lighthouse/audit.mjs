// Holds a page against Lighthouse, as on a phone. The folder of npm packages, the program
// of the browser and the address of the page are the arguments. Prints the scores of the
// categories, and the audits that take something off them, as one line of JSON.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, chromePath, address] = process.argv.slice(2);
const { resolve } = createRequire(join(packages, "/"));
const load = (name) => import(pathToFileURL(resolve(name)));
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

/** What an audit points at: elements, addresses or texts. */
const placesOf = ({ details }) =>
  (Array.isArray(details?.items) ? details.items : [])
    .map(({ node, source, url, description }) => (node ?? source)?.snippet ?? url ?? source?.url ?? description)
    .filter((place) => typeof place === "string");

// A container often allows no sandbox, and only pages of this repository are opened.
const chrome = await launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  // Its default is a phone. The picture of the whole page would only show a person what is meant.
  const { lhr } = await lighthouse(address, { port: chrome.port, disableFullPageScreenshot: true });
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const categories = Object.values(lhr.categories).map(({ id, score, auditRefs }) => {
    const counted = auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]);
    const misses = counted
      .filter(({ score, scoreDisplayMode: mode }) => mode === "error" || (score !== null && score < 1))
      .map((audit) => ({
        id: audit.id,
        title: audit.errorMessage ?? audit.title,
        shown: audit.displayValue ?? "",
        places: placesOf(audit),
      }));
    return { id, score: Math.round(score * 100), misses };
  });
  console.log(JSON.stringify(categories));
} finally {
  await chrome.kill();
}
