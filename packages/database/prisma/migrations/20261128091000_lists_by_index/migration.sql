-- An agent's two lists, in the order they are read: however many conversations a brand has had, the first two hundred
-- are found without sorting the others.
CREATE INDEX "conversations_open_idx" ON "conversations"("brand_id", "waiting_since", "opened_at" DESC) WHERE "state" <> 'ended';
CREATE INDEX "conversations_brand_id_state_ended_at_idx" ON "conversations"("brand_id", "state", "ended_at");
