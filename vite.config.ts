import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The client: built into dist/client, served by the server on its one port; in development proxied to it. */
export default defineConfig({
  root: "client",
  plugins: [react(), tailwindcss()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "echarts", test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 3 },
            // The first page comes in two files with all they import: small files compress badly one by one.
            { name: "first", test: /[\\/]client[\\/]main\.tsx$/, priority: 2 },
            { name: "CockpitPage", test: /[\\/]cockpit[\\/]CockpitPage\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env.CLIENT_PORT ?? 4601),
    // The server's own addresses only: `client/api` is a folder of ours. The origin stays the page's own, since the
    // server refuses writes that another site's page sends.
    proxy: {
      "^/api/(trpc/|events|export/|ingest/|health)": {
        target: `http://127.0.0.1:${process.env.PORT ?? 4600}`,
        changeOrigin: false,
      },
    },
  },
});
