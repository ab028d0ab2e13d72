-- What happened is never rewritten: events of alerts and the audit only grow.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, lower(TG_OP) USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
--> statement-breakpoint
CREATE TRIGGER alert_events_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON "alert_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
