module.exports = {
  apiToken: { salt: "salt" },
  auth: { secret: "secret" },
  secrets: { encryptionKey: "0123456789abcdef0123456789abcdef" },
  serveAdminPanel: false,
  transfer: { token: { salt: "salt" } },
};
