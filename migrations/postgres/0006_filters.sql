DROP INDEX "claims_publisher";--> statement-breakpoint
DROP INDEX "claims_type";--> statement-breakpoint
DROP INDEX "claims_polarity";--> statement-breakpoint
DROP INDEX "claims_status";--> statement-breakpoint
DROP INDEX "claims_confidence";--> statement-breakpoint
CREATE INDEX "claims_publisher" ON "claims" USING btree ("publisher","id","type","polarity","status");--> statement-breakpoint
CREATE INDEX "claims_type" ON "claims" USING btree ("type","id","polarity","status");--> statement-breakpoint
CREATE INDEX "claims_polarity" ON "claims" USING btree ("polarity","id","type","status");--> statement-breakpoint
CREATE INDEX "claims_status" ON "claims" USING btree ("status","id","type","polarity");--> statement-breakpoint
CREATE INDEX "claims_confidence" ON "claims" USING btree ("confidence","id","type","polarity","status","publisher");--> statement-breakpoint
-- An expression, which drizzle-kit cannot write for SQLite.
DROP INDEX "claims_published";--> statement-breakpoint
CREATE INDEX "claims_published" ON "claims" USING btree (coalesce("published_at", 0),"id","published_at","type","polarity","status","publisher");
