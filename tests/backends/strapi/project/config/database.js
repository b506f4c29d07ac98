module.exports = {
  connection: { client: "sqlite", connection: { filename: "links.db" }, useNullAsDefault: true },
};
