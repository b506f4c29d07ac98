import sqlite3

from fastapi import FastAPI, Response
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["POST"])

database = sqlite3.connect("links.db", isolation_level=None, check_same_thread=False)
database.execute("create table if not exists links (postId text primary key, link text, key text)")


class Link(BaseModel):
    postId: str
    link: str
    key: str


@app.post("/links", status_code=201)
def take(entry: Link, response: Response):
    row = (entry.postId, entry.link, entry.key)
    stored = database.execute("insert into links values (?, ?, ?) on conflict do nothing", row)
    if stored.rowcount == 1:
        return {"status": "received"}
    response.status_code = 409
    return {"status": "already-received"}
