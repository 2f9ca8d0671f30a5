-- As before, but that the sessions of the stranger whom somebody was before they were proven go as well.
CREATE OR REPLACE FUNCTION "erase_consumer"("of_brand" uuid, "of_consumer" uuid, "erasure" uuid, "who" text, "pending" text[],
  "at_moment" timestamptz, "kept" timestamptz)
  RETURNS TABLE ("conversations" uuid[], "messages" integer, "sessions" integer)
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person record;
  keys text[];
  one text;
  tried uuid[];
  theirs uuid[];
  said integer;
BEGIN
  SELECT c.issuer_id, c.subject INTO person FROM consumers c WHERE c.brand_id = of_brand AND c.id = of_consumer;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('logout ' || of_brand || ' ' || person.issuer_id || ' sub ' || person.subject, 0));
  SELECT coalesce(array_agg(DISTINCT s.key_thumbprint ORDER BY s.key_thumbprint), '{}') INTO keys FROM sessions s
  WHERE s.brand_id = of_brand AND s.consumer_id = of_consumer;
  FOREACH one IN ARRAY keys LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('logout ' || of_brand || ' key ' || one, 0));
  END LOOP;
  PERFORM FROM consumers c WHERE c.brand_id = of_brand AND c.id = of_consumer FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  -- From here on nobody begins one. Conversations are held before sessions, as whoever writes in them holds them.
  SELECT coalesce(array_agg(c.id), '{}') INTO theirs FROM conversations c
  WHERE c.brand_id = of_brand AND c.consumer_id = of_consumer;
  PERFORM FROM conversations c WHERE c.brand_id = of_brand AND c.id = ANY(theirs) ORDER BY c.id FOR UPDATE;

  -- Ended before they are deleted: every process hears of it.
  UPDATE sessions s SET ended_at = at_moment, end_reason = 'revoked'
  WHERE s.brand_id = of_brand AND s.consumer_id = of_consumer AND s.ended_at IS NULL;
  DELETE FROM logouts l WHERE l.brand_id = of_brand AND l.issuer_id = person.issuer_id AND (l.subject = person.subject
    OR l.sid IN (SELECT s.sid FROM sessions s WHERE s.brand_id = of_brand AND s.consumer_id = of_consumer));
  INSERT INTO logouts (brand_id, id, issuer_id, key_thumbprint, "by", at, keep_until)
  SELECT of_brand, gen_random_uuid(), person.issuer_id, key, 'operator', at_moment, kept FROM unnest(keys) AS key;

  said := erase_conversations(of_brand, theirs);
  UPDATE attachments a SET name = '', sha256 = '', state = 'gone' WHERE a.brand_id = of_brand AND a.family_id IN
    (SELECT s.family_id FROM sessions s WHERE s.brand_id = of_brand AND s.consumer_id = of_consumer);

  SELECT coalesce(array_agg(a.id), '{}') INTO tried FROM attempts a WHERE a.brand_id = of_brand AND (a.session_id IN
    (SELECT s.id FROM sessions s WHERE s.brand_id = of_brand AND s.consumer_id = of_consumer)
    OR a.id IN (SELECT s.attempt_id FROM sessions s WHERE s.brand_id = of_brand AND s.consumer_id = of_consumer));
  DELETE FROM traces t WHERE t.brand_id = of_brand AND t.attempt_id = ANY(tried);
  DELETE FROM window_transactions w WHERE w.brand_id = of_brand AND w.attempt_id = ANY(tried);
  DELETE FROM attempts a WHERE a.brand_id = of_brand AND a.id = ANY(tried);
  DELETE FROM pending_facts f WHERE f.brand_id = of_brand AND f.subject_hash = ANY(pending);
  -- What was used once stays used.
  UPDATE used_proofs u SET session_id = NULL WHERE u.brand_id = of_brand AND u.session_id IN
    (SELECT s.id FROM sessions s WHERE s.brand_id = of_brand AND s.consumer_id = of_consumer);
  -- What the page said of the stranger they were before, in the same browser.
  DELETE FROM page_facts p WHERE p.brand_id = of_brand AND p.session_id IN
    (SELECT s.id FROM sessions s WHERE s.brand_id = of_brand AND s.consumer_id IS NULL AND s.key_thumbprint = ANY(keys));
  DELETE FROM sessions s WHERE s.brand_id = of_brand AND s.consumer_id = of_consumer;
  GET DIAGNOSTICS sessions = ROW_COUNT;
  -- And that they were a stranger there, unless something was said that is nobody's.
  DELETE FROM sessions s WHERE s.brand_id = of_brand AND s.consumer_id IS NULL AND s.ended_at IS NOT NULL
    AND s.key_thumbprint = ANY(keys) AND NOT EXISTS (SELECT FROM conversations c WHERE c.brand_id = of_brand
      AND (c.session_id = s.id OR c.family_id = s.family_id));
  -- Facts, and what tells their version, go with it, and so does the key.
  DELETE FROM consumers c WHERE c.brand_id = of_brand AND c.id = of_consumer;
  INSERT INTO erasures (brand_id, id, consumer_id, person, at) VALUES (of_brand, erasure, of_consumer, who, at_moment)
  ON CONFLICT DO NOTHING;
  conversations := theirs;
  messages := said;
  RETURN NEXT;
END
$$;
