-- Whoever opens a session of a key takes over from those that are open: they end, and the latest of them is named.
--
-- A function, because one statement has one snapshot. Of two tabs that open at once the second must see the first, or
-- both would live: it waits for the lock, and each statement of a volatile function sees what was committed until then.
-- So everything a proof writes can be one statement, and one message to the server.
CREATE FUNCTION "take_over"("of_brand" uuid, "of_key" text, "for_consumer" uuid, "at_moment" timestamptz) RETURNS uuid
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  latest record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(of_brand || ' ' || of_key, 0));
  SELECT id, consumer_id INTO latest FROM sessions
  WHERE brand_id = of_brand AND key_thumbprint = of_key AND ended_at IS NULL
  ORDER BY opened_at DESC LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE sessions SET
    ended_at = at_moment,
    end_reason = CASE WHEN latest.consumer_id IS NOT DISTINCT FROM for_consumer THEN 'replaced' ELSE 'switched' END
  WHERE brand_id = of_brand AND key_thumbprint = of_key AND ended_at IS NULL;
  RETURN latest.id;
END
$$;
