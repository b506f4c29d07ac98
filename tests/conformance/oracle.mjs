// Answers, line by line, what twitter-text makes of a text. The folder that
// holds the package is the argument.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { join } from "node:path";

const { extractHashtags, parseTweet } = createRequire(join(process.argv[2], "/"))("twitter-text");

for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  const { weightedLength, validRangeEnd } = parseTweet(text);
  const answer = { weight: weightedLength, validRangeEnd, hashtags: extractHashtags(text) };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
