uvicorn app:app --port "$PORT"
