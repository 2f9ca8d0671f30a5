-- A logout is found by whom it concerns.
DROP INDEX "logouts_brand_id_issuer_id_at_idx";
CREATE INDEX "logouts_brand_id_issuer_id_subject_idx" ON "logouts"("brand_id", "issuer_id", "subject");
CREATE INDEX "logouts_brand_id_issuer_id_sid_idx" ON "logouts"("brand_id", "issuer_id", "sid");
CREATE INDEX "logouts_brand_id_key_thumbprint_idx" ON "logouts"("brand_id", "key_thumbprint");
CREATE INDEX "sessions_brand_id_sid_idx" ON "sessions"("brand_id", "sid");

-- Whoever ends a session, by whatever statement: every process hears of it once the transaction is done, and never of
-- one that was not. What could still renew it goes with it.
CREATE FUNCTION "session_is_over"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.refresh_token := NULL;
  PERFORM pg_notify('countersign', json_build_object('name', 'session.over', 'brandId', NEW.brand_id,
    'sessionId', NEW.id)::text);
  RETURN NEW;
END
$$;
CREATE TRIGGER "sessions_over" BEFORE UPDATE OF "ended_at" ON "sessions" FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION "session_is_over"();

-- What the history of identity notes changes a panel, wherever the agent is connected who looks at it.
CREATE FUNCTION "identity_is_noted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('countersign', json_build_object('name', 'identity.noted', 'brandId', NEW.brand_id,
    'conversationId', NEW.conversation_id)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER "identity_events_noted" AFTER INSERT ON "identity_events" FOR EACH ROW
  EXECUTE FUNCTION "identity_is_noted"();

-- Whether somebody signed out since: asked in the statement that opens a session for a proof.
--
-- Proof and logout wait for each other by a lock in each of the names a logout may have. Whichever is first, the other
-- sees it: this is a function because each statement of a volatile one sees what was committed until then.
-- "issued" is null where a nonce shows that the proof answers the attempt.
CREATE FUNCTION "logged_out"("of_brand" uuid, "of_issuer" uuid, "of_subject" text, "of_sid" text, "of_key" text,
  "begun" timestamptz, "issued" timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('logout ' || of_brand || ' ' || of_issuer || ' sub ' || of_subject, 0));
  IF of_sid IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('logout ' || of_brand || ' ' || of_issuer || ' sid ' || of_sid, 0));
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('logout ' || of_brand || ' key ' || of_key, 0));
  RETURN EXISTS (
    SELECT FROM logouts l WHERE l.brand_id = of_brand AND (l.at >= begun OR l.at >= issued)
      AND ((l.issuer_id = of_issuer AND l.subject = of_subject) OR (l.issuer_id = of_issuer AND l.sid = of_sid)
        OR l.key_thumbprint = of_key)
  );
END
$$;

-- Ends what a logout concerns and leaves the tombstone: all sessions of a subject, those of one session of the
-- provider, or a browser's family and whatever else its keys have open. Names what it ended.
--
-- Looked at until nothing is left: whoever opens a session beside one that lives holds that one's row, and so was
-- either first, and is seen, or finds it ended. Rows are locked in one order, since two logouts may meet.
CREATE FUNCTION "log_out"("of_brand" uuid, "of_issuer" uuid, "of_subject" text, "of_sid" text, "of_family" uuid,
  "who" text, "why" text, "tombstone" uuid, "at_moment" timestamptz, "kept" timestamptz) RETURNS TABLE ("id" uuid)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  keys text[];
  one text;
  ended uuid[];
BEGIN
  IF of_family IS NOT NULL THEN
    SELECT coalesce(array_agg(DISTINCT s.key_thumbprint ORDER BY s.key_thumbprint), '{}') INTO keys FROM sessions s
    WHERE s.brand_id = of_brand AND s.family_id = of_family AND s.ended_at IS NULL;
    FOREACH one IN ARRAY keys LOOP
      PERFORM pg_advisory_xact_lock(hashtextextended('logout ' || of_brand || ' key ' || one, 0));
    END LOOP;
    INSERT INTO logouts (brand_id, id, issuer_id, key_thumbprint, "by", at, keep_until)
    SELECT of_brand, CASE WHEN nr = 1 THEN tombstone ELSE gen_random_uuid() END, of_issuer, key, who, at_moment, kept
    FROM unnest(keys) WITH ORDINALITY AS held (key, nr);
  ELSE
    PERFORM pg_advisory_xact_lock(hashtextextended('logout ' || of_brand || ' ' || of_issuer ||
      CASE WHEN of_sid IS NULL THEN ' sub ' || of_subject ELSE ' sid ' || of_sid END, 0));
    INSERT INTO logouts (brand_id, id, issuer_id, subject, sid, "by", at, keep_until)
    VALUES (of_brand, tombstone, of_issuer, CASE WHEN of_sid IS NULL THEN of_subject END, of_sid, who, at_moment, kept);
  END IF;
  LOOP
    IF of_family IS NOT NULL THEN
      SELECT array_agg(live.id) INTO ended FROM (
        SELECT s.id FROM sessions s
        WHERE s.brand_id = of_brand AND s.ended_at IS NULL AND (s.family_id = of_family OR s.key_thumbprint = ANY(keys))
        ORDER BY s.id FOR UPDATE
      ) AS live;
    ELSE
      SELECT array_agg(live.id) INTO ended FROM (
        SELECT s.id FROM sessions s JOIN consumers c ON c.brand_id = s.brand_id AND c.id = s.consumer_id
        WHERE s.brand_id = of_brand AND s.ended_at IS NULL AND c.issuer_id = of_issuer
          AND (of_subject IS NULL OR c.subject = of_subject) AND (of_sid IS NULL OR s.sid = of_sid)
        ORDER BY s.id FOR UPDATE OF s
      ) AS live;
    END IF;
    EXIT WHEN ended IS NULL;
    UPDATE sessions s SET ended_at = at_moment, end_reason = why WHERE s.brand_id = of_brand AND s.id = ANY(ended);
    DELETE FROM session_tokens t WHERE t.brand_id = of_brand AND t.session_id = ANY(ended);
    RETURN QUERY SELECT unnest(ended);
  END LOOP;
END
$$;
