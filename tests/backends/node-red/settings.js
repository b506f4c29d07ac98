module.exports = {
    flowFile: "flows.json",
    uiHost: "127.0.0.1",
    uiPort: process.env.PORT,
    httpNodeCors: { origin: "*", methods: "POST" },
    contextStorage: { default: { module: "localfilesystem" } },
};
