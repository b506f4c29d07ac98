cp -r project/. .
mkdir -p src/api/link/content-types/link
cp schema.json src/api/link/content-types/link/schema.json
cp index.js src/index.js
strapi start
