directus bootstrap
directus start
