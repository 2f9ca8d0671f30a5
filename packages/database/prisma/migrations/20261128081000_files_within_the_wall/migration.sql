-- A door as the others are: by which brand, and which row, and open to nobody but the service.
DROP FUNCTION "forsaken_attachments"(TIMESTAMPTZ, INTEGER);
CREATE FUNCTION "forsaken_attachments"("before" timestamptz, "most" integer) RETURNS TABLE ("brand" uuid, "id" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT a.brand_id, a.id FROM attachments a
    WHERE a.at < "before" AND (a.state = 'gone' OR a.message_id IS NULL
      OR NOT EXISTS (SELECT 1 FROM messages m WHERE m.brand_id = a.brand_id AND m.id = a.message_id))
    ORDER BY a.at LIMIT most;
END
$$;
REVOKE ALL ON FUNCTION "forsaken_attachments"(timestamptz, integer) FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
    GRANT EXECUTE ON FUNCTION "forsaken_attachments"(timestamptz, integer) TO countersign_api;
  END IF;
END
$$;
