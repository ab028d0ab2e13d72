CREATE TABLE "agencies" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"homepage" text NOT NULL,
	"passport" jsonb NOT NULL,
	"retired" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"alert" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"as_of" date NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"severity" text NOT NULL,
	"period" text NOT NULL,
	"value" double precision NOT NULL,
	"threshold" double precision,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"assignee" text,
	"silenced_until" date,
	"closed_as_of" date,
	"closed_because" text
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alerts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"rule" text NOT NULL,
	"rule_version" text NOT NULL,
	"indicator" text NOT NULL,
	"region" text NOT NULL,
	"direction" text NOT NULL,
	"opened_as_of" date NOT NULL,
	"replayed" boolean NOT NULL,
	"state" text NOT NULL,
	"severity" text NOT NULL,
	"period" text NOT NULL,
	"value" double precision NOT NULL,
	"threshold" double precision,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"assignee" text,
	"silenced_until" date,
	"closed_as_of" date,
	"closed_because" text,
	CONSTRAINT "alerts_state" CHECK ("alerts"."state" in ('open', 'acknowledged', 'in-work', 'closed', 'silenced')),
	CONSTRAINT "alerts_severity" CHECK ("alerts"."severity" in ('none', 'watch', 'warning', 'critical')),
	CONSTRAINT "alerts_closed" CHECK (("alerts"."state" = 'closed') = ("alerts"."closed_as_of" is not null) and ("alerts"."state" = 'closed') = ("alerts"."closed_because" is not null))
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"detail" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"short_zh" text NOT NULL,
	"short_en" text NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	"agency" text NOT NULL,
	"frequency" text NOT NULL,
	"unit" text NOT NULL,
	"measure" text NOT NULL,
	"basis" text NOT NULL,
	"adjustment" text NOT NULL,
	"source_class" text NOT NULL,
	"subject" text NOT NULL,
	"themes" text[] NOT NULL,
	"grade" text NOT NULL,
	"sharing" text NOT NULL,
	"simulated" boolean NOT NULL,
	"passport" jsonb NOT NULL,
	"retired" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "light_bounds" (
	"preset" text NOT NULL,
	"indicator" text NOT NULL,
	"valid_from" date NOT NULL,
	"bounds" double precision[] NOT NULL,
	"method_zh" text NOT NULL,
	"method_en" text NOT NULL,
	"approved_by" text NOT NULL,
	CONSTRAINT "light_bounds_preset_indicator_valid_from_pk" PRIMARY KEY("preset","indicator","valid_from"),
	CONSTRAINT "light_bounds_four" CHECK (cardinality("light_bounds"."bounds") = 4),
	CONSTRAINT "light_bounds_ordered" CHECK ("light_bounds"."bounds"[1] <= "light_bounds"."bounds"[2] and "light_bounds"."bounds"[2] <= "light_bounds"."bounds"[3] and "light_bounds"."bounds"[3] <= "light_bounds"."bounds"[4])
);
--> statement-breakpoint
CREATE TABLE "load_refusals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "load_refusals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"load" integer NOT NULL,
	"kind" text NOT NULL,
	"line" integer NOT NULL,
	"column_name" text NOT NULL,
	"found" text NOT NULL,
	"needed" text NOT NULL,
	"rule" text NOT NULL,
	"observation" text,
	CONSTRAINT "load_refusals_kind" CHECK ("load_refusals"."kind" in ('rejected', 'quarantined'))
);
--> statement-breakpoint
CREATE TABLE "loads" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "loads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"connector" text NOT NULL,
	"document" text NOT NULL,
	"hash" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"started_by" text NOT NULL,
	"read" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"quarantined" integer DEFAULT 0 NOT NULL,
	"message" text,
	"simulated" boolean NOT NULL,
	CONSTRAINT "loads_state" CHECK ("loads"."state" in ('loading', 'committed', 'failed', 'rolled-back')),
	CONSTRAINT "loads_finished" CHECK (("loads"."state" = 'loading') = ("loads"."finished_at" is null))
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"parent" text,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	"passport" jsonb NOT NULL,
	"retired" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "releases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator" text NOT NULL,
	"region" text NOT NULL,
	"period" text NOT NULL,
	"release_date" date NOT NULL,
	"basis" text NOT NULL,
	"actual" double precision,
	"consensus" double precision,
	"previous" double precision,
	"load" integer,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "releases_once" UNIQUE("indicator","region","period","release_date")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"model" text,
	"indicator" text,
	"as_of" date NOT NULL,
	"seed" bigint NOT NULL,
	"data_version" text NOT NULL,
	"code_version" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"message" text,
	CONSTRAINT "runs_state" CHECK ("runs"."state" in ('running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator" text NOT NULL,
	"region" text NOT NULL,
	CONSTRAINT "series_indicator_region" UNIQUE("indicator","region")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"grades" text[] NOT NULL,
	"password_hash" text NOT NULL,
	"must_change_password" boolean NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "users_name" UNIQUE("name"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('leader', 'analyst', 'modeler', 'steward', 'administrator')),
	CONSTRAINT "users_name_lower" CHECK ("users"."name" = lower("users"."name"))
);
--> statement-breakpoint
ALTER TABLE "alert_events" ADD CONSTRAINT "alert_events_alert_alerts_id_fk" FOREIGN KEY ("alert") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_agency_agencies_id_fk" FOREIGN KEY ("agency") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "load_refusals" ADD CONSTRAINT "load_refusals_load_loads_id_fk" FOREIGN KEY ("load") REFERENCES "public"."loads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_load_loads_id_fk" FOREIGN KEY ("load") REFERENCES "public"."loads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_events_by_alert" ON "alert_events" USING btree ("alert","as_of","id");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_live_once" ON "alerts" USING btree ("rule","indicator","region") WHERE "alerts"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "alerts_by_subject" ON "alerts" USING btree ("rule","indicator","region","opened_as_of");--> statement-breakpoint
CREATE INDEX "alerts_by_opened" ON "alerts" USING btree ("opened_as_of");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit" USING btree ("actor","id");--> statement-breakpoint
CREATE INDEX "audit_by_object" ON "audit" USING btree ("object","id");--> statement-breakpoint
CREATE INDEX "indicators_initials" ON "indicators" USING btree ("initials");--> statement-breakpoint
CREATE INDEX "indicators_grade" ON "indicators" USING btree ("grade");--> statement-breakpoint
CREATE INDEX "load_refusals_by_load" ON "load_refusals" USING btree ("load","line");--> statement-breakpoint
CREATE UNIQUE INDEX "loads_document_once" ON "loads" USING btree ("connector","hash") WHERE "loads"."state" in ('loading', 'committed');--> statement-breakpoint
CREATE INDEX "loads_by_state" ON "loads" USING btree ("state");--> statement-breakpoint
CREATE INDEX "releases_by_date" ON "releases" USING btree ("release_date");--> statement-breakpoint
CREATE INDEX "runs_by_model" ON "runs" USING btree ("model","id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_expiry" ON "sessions" USING btree ("expires_at");