DROP INDEX "claim_positions_basis";--> statement-breakpoint
CREATE INDEX "claim_positions_basis" ON "claim_positions" USING btree ("question","basis","confidence","claim_id");