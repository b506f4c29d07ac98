kinto start --ini kinto.ini --port "$PORT"
