-- What is shown of a find may begin with a short word as well as with any other: without it a line lost its first “I” or “no”.
CREATE OR REPLACE FUNCTION "search_messages"("of_brand" uuid, "of_agent" uuid, "words" text, "beginnings" text, "most" integer)
  RETURNS TABLE ("conversation" uuid, "number" integer, "side" text, "by" text, "at" timestamptz, "snippet" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  wanted tsquery := plainto_tsquery('simple', words) || to_tsquery('simple', beginnings);
BEGIN
  IF of_brand IS DISTINCT FROM nullif(current_setting('countersign.brand', true), '')::uuid OR numnode(wanted) = 0 THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH hits AS MATERIALIZED (
    SELECT m.conversation_id, m.number, m."from", m.agent_id, m.at, m.id, m.text FROM messages m
    WHERE m.brand_id = of_brand AND m.text <> '' AND to_tsvector('simple'::regconfig, m.text) @@ wanted
      AND (of_agent IS NULL OR EXISTS (
        SELECT FROM conversations c WHERE c.brand_id = of_brand AND c.id = m.conversation_id AND (c.agent_id = of_agent
          OR EXISTS (SELECT FROM messages x WHERE x.brand_id = of_brand AND x.conversation_id = c.id AND x.agent_id = of_agent))))
    ORDER BY m.at DESC, m.id DESC LIMIT most
  )
  SELECT h.conversation_id, h.number, h."from", a.name, h.at,
    -- Signs nobody writes stand around what was found.
    ts_headline('simple', translate(h.text, E'\u0001\u0002', ''), wanted,
      E'StartSel=\u0001, StopSel=\u0002, MaxFragments=1, MaxWords=24, MinWords=8, ShortWord=0')
  FROM hits h LEFT JOIN agents a ON a.brand_id = of_brand AND a.id = h.agent_id
  ORDER BY h.at DESC, h.id DESC;
END
$$;
