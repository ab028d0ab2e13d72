import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/ledger/schema.ts",
  out: "./db/ledger/migrations",
});
