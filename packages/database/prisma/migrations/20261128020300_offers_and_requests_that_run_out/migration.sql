-- What waits for an answer is looked for every few seconds; an offer also whenever a session is shown.
CREATE INDEX "conversations_brand_id_offered_to_idx" ON "conversations"("brand_id", "offered_to") WHERE "offered_to" IS NOT NULL;
CREATE INDEX "conversations_offered_until_idx" ON "conversations"("offered_until") WHERE "offered_until" IS NOT NULL;
CREATE INDEX "identity_requests_open_idx" ON "identity_requests"("expires_at") WHERE "outcome" IS NULL;
