const { factories } = require("@strapi/strapi");

module.exports = factories.createCoreRouter("api::link.link");
