-- By hand, for SQLite alone: whatever is asked of a claim that was found by something else, without reading the claim.
CREATE INDEX `claims_facets` ON `claims` (`id`,`type`,`polarity`,`status`,`publisher`,`published_at`,`confidence`);
