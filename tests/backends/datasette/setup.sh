datasette create-token card --secret "$SECRET" --resource links links insert-row
