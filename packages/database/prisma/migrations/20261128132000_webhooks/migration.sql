-- What a brand's own systems are told, as it happens: where, what, and what became of it.

CREATE TABLE "webhook_endpoints" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "types" TEXT[] NOT NULL,
    "facts" BOOLEAN NOT NULL,
    "texts" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'on',
    "off_reason" TEXT,
    "secret" TEXT NOT NULL,
    "former_secret" TEXT,
    "former_until" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "paused_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("brand_id", "id"),
    CONSTRAINT "webhook_endpoints_state" CHECK ("state" IN ('on', 'failing', 'off')),
    CONSTRAINT "webhook_endpoints_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "webhook_deliveries" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "conversation_id" UUID,
    "consumer_id" UUID,
    "refs" JSONB NOT NULL,
    "once" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "replayed" BOOLEAN NOT NULL DEFAULT false,
    "lease" UUID,
    "leased_until" TIMESTAMPTZ(3),
    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("brand_id", "id"),
    CONSTRAINT "webhook_deliveries_state" CHECK ("state" IN ('waiting', 'delivered', 'given_up')),
    CONSTRAINT "webhook_deliveries_brand_id_endpoint_id_fkey" FOREIGN KEY ("brand_id", "endpoint_id")
      REFERENCES "webhook_endpoints"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "webhook_deliveries_brand_id_endpoint_id_once_key" ON "webhook_deliveries"("brand_id", "endpoint_id", "once");
CREATE INDEX "webhook_deliveries_brand_id_endpoint_id_number_idx" ON "webhook_deliveries"("brand_id", "endpoint_id", "number");
CREATE INDEX "webhook_deliveries_brand_id_consumer_id_idx" ON "webhook_deliveries"("brand_id", "consumer_id");
CREATE INDEX "webhook_deliveries_at_idx" ON "webhook_deliveries"("at");
-- What is to be sent: looked for every second, and small whatever has been sent.
CREATE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries"("brand_id", "endpoint_id", "next_at") WHERE "state" = 'waiting';
CREATE INDEX "webhook_deliveries_in_order" ON "webhook_deliveries"("brand_id", "endpoint_id", "conversation_id", "number")
  WHERE "state" = 'waiting';

CREATE TABLE "webhook_attempts" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "outcome" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "replayed" BOOLEAN NOT NULL,
    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("brand_id", "id"),
    CONSTRAINT "webhook_attempts_brand_id_delivery_id_fkey" FOREIGN KEY ("brand_id", "delivery_id")
      REFERENCES "webhook_deliveries"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "webhook_attempts_brand_id_delivery_id_at_idx" ON "webhook_attempts"("brand_id", "delivery_id", "at");

-- Sortable by the time it happened, as ids are that the service makes. RFC 9562, section 5.7.
CREATE FUNCTION "id_of_moment"("moment" timestamptz) RETURNS uuid
LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM moment) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Written by whatever transaction makes it so: what was taken back was never told, and what was not is not lost.
-- References only: what is sent is read when it is sent, by what the endpoint may have then.
CREATE FUNCTION "webhook_tell"("of_brand" uuid, "what" text, "moment" timestamptz, "conversation" uuid, "consumer" uuid,
  "with_refs" jsonb, "told_once" text) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO webhook_deliveries (brand_id, id, endpoint_id, type, at, conversation_id, consumer_id, refs, once, next_at)
  SELECT of_brand, id_of_moment(moment), e.id, what, moment, conversation, consumer, jsonb_strip_nulls(with_refs), told_once, 'epoch'
  FROM webhook_endpoints e WHERE e.brand_id = of_brand AND e.state <> 'off' AND what = ANY(e.types)
  ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION "webhooks_of_conversation"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  what text := 'conversation.opened';
  moment timestamptz := NEW.opened_at;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.state = 'ended' AND OLD.state <> 'ended' THEN
      what := 'conversation.ended';
      moment := NEW.ended_at;
    ELSIF OLD.agent_id IS NULL THEN
      what := 'conversation.taken';
      moment := NEW.taken_at;
    ELSE
      what := 'conversation.transferred';
      moment := NEW.taken_at;
    END IF;
  END IF;
  PERFORM webhook_tell(NEW.brand_id, what, coalesce(moment, NEW.opened_at), NEW.id, NEW.consumer_id,
    jsonb_build_object('session', NEW.session_id, 'agent', NEW.agent_id, 'from', CASE WHEN TG_OP = 'UPDATE' THEN OLD.agent_id END),
    NULL);
  RETURN NULL;
END
$$;
CREATE TRIGGER "conversations_opened_hook" AFTER INSERT ON "conversations" FOR EACH ROW
EXECUTE FUNCTION "webhooks_of_conversation"();
CREATE TRIGGER "conversations_changed_hook" AFTER UPDATE OF "state", "agent_id" ON "conversations" FOR EACH ROW
WHEN ((NEW.state = 'ended' AND OLD.state <> 'ended') OR (NEW.state <> 'ended' AND NEW.agent_id IS DISTINCT FROM OLD.agent_id))
EXECUTE FUNCTION "webhooks_of_conversation"();

CREATE FUNCTION "webhooks_of_session"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  about jsonb := jsonb_build_object('session', NEW.id, 'connection', NEW.connection_id, 'until', NEW.holds_until);
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- The first of a family of sessions: those after it renew what it proved.
    IF NEW.family_id = NEW.id THEN
      PERFORM webhook_tell(NEW.brand_id, 'consumer.verified', NEW.opened_at, NULL, NEW.consumer_id, about, NULL);
    END IF;
    PERFORM webhook_tell(NEW.brand_id, 'assurance.changed', NEW.opened_at, NULL, NEW.consumer_id,
      about || jsonb_build_object('assurance', 'verified', 'renewed', NEW.family_id <> NEW.id), NULL);
    RETURN NULL;
  END IF;
  about := (about - 'until') || jsonb_build_object('reason', NEW.end_reason);
  IF NEW.end_reason IN ('signed_out', 'revoked') THEN
    PERFORM webhook_tell(NEW.brand_id, 'consumer.signed_out', NEW.ended_at, NULL, NEW.consumer_id, about - 'session',
      'signed out ' || NEW.consumer_id || ' ' || txid_current());
  END IF;
  PERFORM webhook_tell(NEW.brand_id, 'assurance.changed', NEW.ended_at, NULL, NEW.consumer_id,
    about || jsonb_build_object('assurance', CASE NEW.end_reason WHEN 'revoked' THEN 'revoked' ELSE 'ended' END), NULL);
  RETURN NULL;
END
$$;
CREATE TRIGGER "sessions_verified_hook" AFTER INSERT ON "sessions" FOR EACH ROW
WHEN (NEW.consumer_id IS NOT NULL) EXECUTE FUNCTION "webhooks_of_session"();
CREATE TRIGGER "sessions_over_hook" AFTER UPDATE OF "ended_at" ON "sessions" FOR EACH ROW
WHEN (NEW.consumer_id IS NOT NULL AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.end_reason <> 'replaced')
EXECUTE FUNCTION "webhooks_of_session"();

-- Once for each source in a transaction: a push takes the old ones away before it brings the new.
CREATE FUNCTION "webhooks_of_facts"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT c.brand_id, c.consumer_id, c.connection_id, c.source, max(c.at) AS at FROM changed c
    -- Of whoever is erased there is nothing to tell but that.
    WHERE EXISTS (SELECT FROM consumers p WHERE p.brand_id = c.brand_id AND p.id = c.consumer_id)
    GROUP BY 1, 2, 3, 4
  LOOP
    PERFORM webhook_tell(one.brand_id, 'facts.changed', one.at, NULL, one.consumer_id,
      jsonb_build_object('connection', one.connection_id, 'source', one.source),
      'facts ' || one.consumer_id || ' ' || one.connection_id || ' ' || one.source || ' ' || txid_current());
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER "facts_told_hook" AFTER INSERT ON "facts" REFERENCING NEW TABLE AS "changed"
FOR EACH STATEMENT EXECUTE FUNCTION "webhooks_of_facts"();
CREATE TRIGGER "facts_changed_hook" AFTER UPDATE ON "facts" REFERENCING NEW TABLE AS "changed"
FOR EACH STATEMENT EXECUTE FUNCTION "webhooks_of_facts"();
CREATE TRIGGER "facts_gone_hook" AFTER DELETE ON "facts" REFERENCING OLD TABLE AS "changed"
FOR EACH STATEMENT EXECUTE FUNCTION "webhooks_of_facts"();

CREATE FUNCTION "webhooks_of_erasure"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM webhook_tell(NEW.brand_id, 'consumer.erased', NEW.at, NULL, NEW.consumer_id, '{}', 'erased ' || NEW.consumer_id);
  -- Whoever was told may have answered with what they were told.
  UPDATE webhook_attempts a SET answer = '' FROM webhook_deliveries d
  WHERE d.brand_id = NEW.brand_id AND d.consumer_id = NEW.consumer_id AND a.brand_id = d.brand_id AND a.delivery_id = d.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "erasures_hook" AFTER INSERT ON "erasures" FOR EACH ROW EXECUTE FUNCTION "webhooks_of_erasure"();

-- For each statement, and without a loop: there is a line of every conversation in here, and hardly an endpoint that wants them.
CREATE FUNCTION "webhooks_of_messages"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO webhook_deliveries (brand_id, id, endpoint_id, type, at, conversation_id, consumer_id, refs, next_at)
  SELECT m.brand_id, id_of_moment(m.at), e.id, 'message.created', m.at, m.conversation_id, c.consumer_id,
    jsonb_build_object('message', m.id, 'line', m.number), 'epoch'
  FROM added m
    JOIN webhook_endpoints e ON e.brand_id = m.brand_id AND e.state <> 'off' AND 'message.created' = ANY(e.types)
    JOIN conversations c ON c.brand_id = m.brand_id AND c.id = m.conversation_id
  WHERE m."from" <> 'system'
  ORDER BY m.conversation_id, m.number;
  RETURN NULL;
END
$$;
CREATE TRIGGER "messages_hook" AFTER INSERT ON "messages" REFERENCING NEW TABLE AS "added"
FOR EACH STATEMENT EXECUTE FUNCTION "webhooks_of_messages"();

-- Where something waits to be sent, of whatever brand: taken, and sent, within it.
CREATE FUNCTION "webhooks_due"("at_moment" timestamptz) RETURNS TABLE ("brand" uuid, "id" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT e.brand_id, e.id FROM webhook_endpoints e
    WHERE e.state <> 'off' AND (e.paused_until IS NULL OR e.paused_until <= at_moment)
      AND EXISTS (SELECT FROM webhook_deliveries d WHERE d.brand_id = e.brand_id AND d.endpoint_id = e.id
        AND d.state = 'waiting' AND d.next_at <= at_moment AND (d.leased_until IS NULL OR d.leased_until <= at_moment));
END
$$;

-- What is old is forgotten, whatever became of it.
CREATE FUNCTION "forget_webhook_deliveries"("before" timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone bigint;
BEGIN
  DELETE FROM webhook_deliveries d WHERE d.at < "before";
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;

REVOKE ALL ON FUNCTION "webhooks_due"(timestamptz), "forget_webhook_deliveries"(timestamptz) FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
    GRANT EXECUTE ON FUNCTION "webhooks_due"(timestamptz), "forget_webhook_deliveries"(timestamptz) TO countersign_api;
  END IF;
END
$$;
SELECT raise_the_wall();
