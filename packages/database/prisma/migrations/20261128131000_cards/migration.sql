-- What both sides can act on: proposed in a message, answered by its consumer, carried out by the brand's backend.
CREATE TABLE "cards" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    -- Whom it is for: nobody else may answer it.
    "consumer_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    -- offer, bill
    "kind" TEXT NOT NULL,
    -- What it says, and how it came out, under the consumer's key.
    "sealed_body" TEXT NOT NULL,
    "sealed_outcome" TEXT,
    "state" TEXT NOT NULL,
    "choice" TEXT,
    -- Of one that is accepted: the session that did, how well it was proven, and when. Null: not well enough yet.
    "session_id" UUID,
    "request_id" UUID,
    "assurance" TEXT,
    "proven_at" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    -- Since when the brand's backend is asked, how often it was, and until when nobody else asks it.
    "executing_since" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "cards_pkey" PRIMARY KEY ("brand_id", "id"),
    CONSTRAINT "cards_conversation_fkey" FOREIGN KEY ("brand_id", "conversation_id") REFERENCES "conversations" ("brand_id", "id") ON DELETE CASCADE,
    CONSTRAINT "cards_consumer_fkey" FOREIGN KEY ("brand_id", "consumer_id") REFERENCES "consumers" ("brand_id", "id") ON DELETE CASCADE
);
CREATE INDEX "cards_brand_id_conversation_id_idx" ON "cards" ("brand_id", "conversation_id");
CREATE INDEX "cards_brand_id_consumer_id_idx" ON "cards" ("brand_id", "consumer_id");
CREATE INDEX "cards_under_way_idx" ON "cards" ("state", "expires_at") WHERE "state" IN ('proposed', 'accepted', 'executing');

ALTER TABLE "messages" ADD COLUMN "card_id" UUID;
-- Where the brand's backend carries cards out. The secret is sealed.
ALTER TABLE "brands" ADD COLUMN "actions_url" TEXT, ADD COLUMN "actions_secret" TEXT;
-- Which kinds of cards want a step-up.
ALTER TABLE "connections" ADD COLUMN "step_up_for" TEXT[] NOT NULL DEFAULT '{}';

-- A door as the others are: which brands have cards that somebody must look at now.
CREATE FUNCTION "brands_with_cards_due"("now" timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT c.brand_id FROM cards c
    WHERE (c.state = 'proposed' AND c.expires_at <= "now") OR c.state = 'accepted'
      OR (c.state = 'executing' AND c.leased_until <= "now");
END
$$;
REVOKE ALL ON FUNCTION "brands_with_cards_due"(timestamptz) FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
    GRANT EXECUTE ON FUNCTION "brands_with_cards_due"(timestamptz) TO countersign_api;
  END IF;
END
$$;
