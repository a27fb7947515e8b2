CREATE TABLE "draft_steps" (
	"version_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"step_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"continues" boolean NOT NULL,
	"label" jsonb NOT NULL,
	"patch" jsonb NOT NULL,
	"account_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_steps_version_id_revision_pk" PRIMARY KEY("version_id","revision"),
	CONSTRAINT "draft_steps_once" UNIQUE("version_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "indicator_uses" (
	"version_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "indicator_uses_version_id_indicator_at_pk" PRIMARY KEY("version_id","indicator","at")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"folded" text NOT NULL,
	"definition" jsonb DEFAULT '{"vi":""}'::jsonb NOT NULL,
	"method" jsonb DEFAULT '{"vi":""}'::jsonb NOT NULL,
	"measure_unit_id" uuid,
	"type" text DEFAULT 'number' NOT NULL,
	"decimals" integer DEFAULT 0 NOT NULL,
	"aggregation" jsonb NOT NULL,
	"sector_code" text,
	"owner_unit_id" uuid NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "indicators_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "measure_units" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"symbol" text NOT NULL,
	"name" jsonb NOT NULL,
	"folded" text NOT NULL,
	"dimension" text NOT NULL,
	"factor" double precision NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "measure_units_symbol_unique" UNIQUE("symbol")
);
--> statement-breakpoint
CREATE TABLE "sectors" (
	"code" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "template_versions" DROP CONSTRAINT "template_versions_frozen";--> statement-breakpoint
ALTER TABLE "template_versions" ALTER COLUMN "version" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "template_versions" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "template_versions" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "template_versions" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "template_versions" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "sector_code" text;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "forked_from_version_id" uuid;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "draft_steps" ADD CONSTRAINT "draft_steps_version_id_template_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."template_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_steps" ADD CONSTRAINT "draft_steps_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_uses" ADD CONSTRAINT "indicator_uses_version_id_template_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."template_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_measure_unit_id_measure_units_id_fk" FOREIGN KEY ("measure_unit_id") REFERENCES "public"."measure_units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_sector_code_sectors_code_fk" FOREIGN KEY ("sector_code") REFERENCES "public"."sectors"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_owner_unit_id_units_id_fk" FOREIGN KEY ("owner_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "indicator_uses_indicator" ON "indicator_uses" USING btree ("indicator");--> statement-breakpoint
CREATE INDEX "indicators_sector" ON "indicators" USING btree ("sector_code");--> statement-breakpoint
CREATE INDEX "indicators_owner" ON "indicators" USING btree ("owner_unit_id");--> statement-breakpoint
CREATE INDEX "indicators_measure_unit" ON "indicators" USING btree ("measure_unit_id");--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_updated_by_accounts_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_sector_code_sectors_code_fk" FOREIGN KEY ("sector_code") REFERENCES "public"."sectors"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_forked_from_version_id_template_versions_id_fk" FOREIGN KEY ("forked_from_version_id") REFERENCES "public"."template_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "template_versions_one_draft" ON "template_versions" USING btree ("template_id") WHERE "template_versions"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "templates_forked_from" ON "templates" USING btree ("forked_from_version_id");--> statement-breakpoint
CREATE INDEX "templates_sector" ON "templates" USING btree ("sector_code");--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_numbered" CHECK ("template_versions"."state" in ('draft', 'discarded') or "template_versions"."version" is not null);--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_frozen" CHECK ("template_versions"."state" in ('draft', 'discarded') or "template_versions"."compiled" is not null);--> statement-breakpoint
CREATE TRIGGER draft_steps_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_steps EXECUTE FUNCTION refuse_change();
