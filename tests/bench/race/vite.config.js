import { defineConfig } from "vite";

/** What the same sources import instead, with Preact. */
const PREACT = {
  "react/jsx-runtime": "preact/jsx-runtime",
  "react-dom/client": "preact/compat/client",
  "react": "preact/compat",
};

export default defineConfig(({ mode: framework }) => ({
  resolve: { alias: framework === "preact" ? PREACT : {} },
  // Of the framework too, whatever the mode is called.
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    modulePreload: false,
    rollupOptions: {
      input: "main.jsx",
      output: { entryFileNames: "app.js", assetFileNames: "app.[ext]" },
    },
  },
}));
