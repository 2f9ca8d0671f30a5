-- The life of an identity: families of sessions, logouts that are remembered, requests to prove oneself, windows.

-- A family: the sessions of one browser that follow each other for one person, and the windows popped out of them.
ALTER TABLE "sessions"
  ADD COLUMN "family_id" UUID,
  ADD COLUMN "sid" TEXT,
  ADD COLUMN "authenticated_at" TIMESTAMPTZ(3),
  ADD COLUMN "acr" TEXT,
  ADD COLUMN "host_proof_at" TIMESTAMPTZ(3),
  ADD COLUMN "refresh_token" TEXT,
  ADD COLUMN "window_hash" TEXT;
UPDATE "sessions" SET "family_id" = "id", "host_proof_at" = "verified_at";
ALTER TABLE "sessions" ALTER COLUMN "family_id" SET NOT NULL;
CREATE INDEX "sessions_brand_id_family_id_idx" ON "sessions"("brand_id", "family_id");

ALTER TABLE "conversations"
  ADD COLUMN "family_id" UUID,
  ADD COLUMN "linked_to" UUID,
  ADD COLUMN "offered_to" UUID,
  ADD COLUMN "offered_until" TIMESTAMPTZ(3),
  ADD COLUMN "consumer_read" INTEGER NOT NULL DEFAULT 0;
UPDATE "conversations" SET "family_id" = "session_id";
ALTER TABLE "conversations" ALTER COLUMN "family_id" SET NOT NULL;
CREATE INDEX "conversations_brand_id_family_id_idx" ON "conversations"("brand_id", "family_id");

ALTER TABLE "attempts"
  ADD COLUMN "demands" JSONB,
  ADD COLUMN "request_id" UUID;

ALTER TABLE "connections"
  ADD COLUMN "authorization_endpoint" TEXT,
  ADD COLUMN "window" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "response_mode" TEXT NOT NULL DEFAULT 'form_post',
  ADD COLUMN "backchannel_logout" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "refresh" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "step_up" JSONB;

CREATE TABLE "logouts" (
  "brand_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "issuer_id" UUID NOT NULL,
  "subject" TEXT,
  "sid" TEXT,
  "key_thumbprint" TEXT,
  "by" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "keep_until" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "logouts_pkey" PRIMARY KEY ("brand_id", "id"),
  CONSTRAINT "logouts_brand_id_issuer_id_fkey" FOREIGN KEY ("brand_id", "issuer_id")
    REFERENCES "issuers"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "logouts_brand_id_issuer_id_at_idx" ON "logouts"("brand_id", "issuer_id", "at");
CREATE INDEX "logouts_keep_until_idx" ON "logouts"("keep_until");

CREATE TABLE "identity_requests" (
  "brand_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "conversation_id" UUID NOT NULL,
  "agent_id" UUID,
  "kind" TEXT NOT NULL,
  "demands" JSONB,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "outcome" TEXT,
  "settled_at" TIMESTAMPTZ(3),
  CONSTRAINT "identity_requests_pkey" PRIMARY KEY ("brand_id", "id"),
  CONSTRAINT "identity_requests_brand_id_conversation_id_fkey" FOREIGN KEY ("brand_id", "conversation_id")
    REFERENCES "conversations"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "identity_requests_brand_id_conversation_id_idx" ON "identity_requests"("brand_id", "conversation_id");

-- A window's way to the provider and back: one row per `state`, taken once.
CREATE TABLE "window_transactions" (
  "brand_id" UUID NOT NULL,
  "id" TEXT NOT NULL,
  "attempt_id" UUID NOT NULL,
  "connection_id" UUID NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "window_transactions_pkey" PRIMARY KEY ("brand_id", "id")
);
CREATE UNIQUE INDEX "window_transactions_id_key" ON "window_transactions"("id");
CREATE INDEX "window_transactions_expires_at_idx" ON "window_transactions"("expires_at");

-- What carries a conversation from the page into a window of its own: thirty seconds, one use.
CREATE TABLE "window_tickets" (
  "brand_id" UUID NOT NULL,
  "id" TEXT NOT NULL,
  "session_id" UUID NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "window_tickets_pkey" PRIMARY KEY ("brand_id", "id"),
  CONSTRAINT "window_tickets_brand_id_session_id_fkey" FOREIGN KEY ("brand_id", "session_id")
    REFERENCES "sessions"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "window_tickets_id_key" ON "window_tickets"("id");
CREATE INDEX "window_tickets_expires_at_idx" ON "window_tickets"("expires_at");

-- As before, and it names the family that goes on where the same person does.
DROP FUNCTION "take_over"(uuid, text, uuid, timestamptz);
CREATE FUNCTION "take_over"("of_brand" uuid, "of_key" text, "for_consumer" uuid, "at_moment" timestamptz)
  RETURNS TABLE ("id" uuid, "family" uuid)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  latest record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(of_brand || ' ' || of_key, 0));
  SELECT s.id, s.consumer_id, s.family_id INTO latest FROM sessions s
  WHERE s.brand_id = of_brand AND s.key_thumbprint = of_key AND s.ended_at IS NULL
  ORDER BY s.opened_at DESC LIMIT 1;
  IF NOT FOUND THEN
    RETURN QUERY SELECT NULL::uuid, NULL::uuid;
    RETURN;
  END IF;
  UPDATE sessions s SET
    ended_at = at_moment,
    end_reason = CASE WHEN latest.consumer_id IS NOT DISTINCT FROM for_consumer THEN 'replaced' ELSE 'switched' END
  WHERE s.brand_id = of_brand AND s.key_thumbprint = of_key AND s.ended_at IS NULL;
  RETURN QUERY SELECT latest.id,
    CASE WHEN latest.consumer_id IS NOT DISTINCT FROM for_consumer THEN latest.family_id END;
END
$$;
