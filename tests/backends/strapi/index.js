module.exports = {
  async bootstrap({ strapi }) {
    const roles = strapi.db.query("plugin::users-permissions.role");
    const { id: role } = await roles.findOne({ where: { type: "public" } });
    const permissions = strapi.db.query("plugin::users-permissions.permission");
    await permissions.create({ data: { action: "api::link.link.create", role } });
  },
};
