-- History is written once: these tables refuse every change, also that of a mistaken program.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, lower(TG_OP) USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER cell_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cell_changes EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER report_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_events EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER report_snapshots_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_snapshots EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events EXECUTE FUNCTION refuse_change();
