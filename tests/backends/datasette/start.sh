sqlite-utils create-database links.db
sqlite-utils query links.db "$(cat table.sql)"
datasette links.db --config datasette.yaml --cors --secret "$SECRET" --port "$PORT"
