echo '{ "links": [] }' >db.json
json-server db.json --host 127.0.0.1 --port "$PORT"
