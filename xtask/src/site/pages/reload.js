// Reloads the page when the widget has been built again. While the server is
// away or a build takes the place of another, there is no answer to compare.
const build = async () => {
  const answer = await fetch("/reload/build").catch(() => undefined);
  return answer?.ok ? answer.text() : undefined;
};

let shown;
setInterval(async () => {
  const newest = await build();
  shown ??= newest;
  if (newest && newest !== shown) location.reload();
}, 300);
