import { DatabaseSync } from "node:sqlite";

import cors from "cors";
import express from "express";

const database = new DatabaseSync("links.db");
database.exec(
  "create table if not exists links (postId text primary key, link text not null, key text)",
);
const insert = database.prepare("insert into links values (?, ?, ?) on conflict do nothing");

const app = express();
app.use(cors(), express.json());
app.post("/links", (request, response) => {
  const { postId, link, key } = request.body ?? {};
  if (!postId || !link || !key) {
    response.status(422).json({ message: "The link is missing." });
  } else if (insert.run(postId, link, key).changes === 1) {
    response.status(201).json({ status: "received" });
  } else {
    response.status(409).json({ status: "already-received" });
  }
});
app.listen(process.env.PORT, "127.0.0.1");
