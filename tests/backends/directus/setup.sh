directus() {
  curl "$SERVER/$1" -H "Authorization: Bearer $ADMIN_TOKEN" -H "Content-Type: application/json" -d @-
}
directus collections <<'JSON'
{
  "collection": "links",
  "schema": {},
  "fields": [
    { "field": "postId", "type": "string", "schema": { "is_primary_key": true, "length": 20 } },
    { "field": "campaign", "type": "string" },
    { "field": "link", "type": "string", "schema": { "is_nullable": false } },
    { "field": "postedAt", "type": "timestamp" },
    { "field": "key", "type": "string" }
  ]
}
JSON
directus permissions <<'JSON'
{ "policy": "abf8a154-5b1c-4a46-ac9c-7300570f4f17",
  "collection": "links", "action": "create", "fields": ["*"] }
JSON
