ALTER TABLE "runs" DROP CONSTRAINT "runs_state";--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_state" CHECK ("runs"."state" in ('running', 'done', 'refused', 'failed', 'cancelled'));