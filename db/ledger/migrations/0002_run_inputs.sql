ALTER TABLE "runs" ADD COLUMN "parent" integer;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "version" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "inputs" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "parameters" jsonb;--> statement-breakpoint
CREATE INDEX "runs_by_parent" ON "runs" USING btree ("parent","id");