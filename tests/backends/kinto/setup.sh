curl -X PUT "$SERVER/v1/accounts/admin" \
  -H "Content-Type: application/json" -d '{"data": {"password": "'"$ADMIN_PASSWORD"'"}}'
curl -X PUT "$SERVER/v1/buckets/campaign" -u "admin:$ADMIN_PASSWORD" \
  -H "Content-Type: application/json" -d '{"permissions": {"write": ["account:admin"]}}'
curl -X PUT "$SERVER/v1/buckets/campaign/collections/links" -u "admin:$ADMIN_PASSWORD" \
  -H "Content-Type: application/json" -d '{"permissions": {"record:create": ["system.Everyone"]}}'
