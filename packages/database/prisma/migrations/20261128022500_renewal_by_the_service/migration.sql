-- Until when one process has a session's refresh token in hand: of many that would renew at once, one asks the provider.
ALTER TABLE "sessions" ADD COLUMN "refreshing_until" TIMESTAMPTZ(3);

-- Whether the session that is renewed is still open: nobody ends it from here on until the transaction is done. Nothing
-- to renew: true.
CREATE FUNCTION "still_lives"("of_brand" uuid, "of_session" uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF of_session IS NULL THEN
    RETURN true;
  END IF;
  PERFORM 1 FROM sessions s WHERE s.brand_id = of_brand AND s.id = of_session AND s.ended_at IS NULL FOR UPDATE;
  RETURN FOUND;
END
$$;
