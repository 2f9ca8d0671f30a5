-- Many lines of one brand at once: stored, numbered and stamped by one statement and one commit.
--
-- Only what is plain: an open conversation that nobody has to be asked about, a session that lives and may write there,
-- a client's id that is new. Of whatever is not, nothing is answered here, and the service goes its whole way with it:
-- the rules stand there, and this function is held to them by a test that tries every case.
--
-- A function, because each statement of a volatile one sees what was committed until then: first the conversations are
-- held, in one order, and then everything is read as it is. Whoever notes the end of a session in a conversation waits for
-- that: so a line either stands before the line that says so, or is not stored.
--
-- Planned once for each connection: what is asked is always the same, and to plan it costs more than to run it.
CREATE FUNCTION "store_plain_lines"("of_brand" uuid, "at_moment" timestamptz, "seen_after" timestamptz, "places" uuid[], "lines" json)
  RETURNS TABLE ("nr" int, "number" int, "assurance" text, "issuer" text, "by" text)
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM conversations c WHERE c.brand_id = of_brand AND c.id = ANY(places) ORDER BY c.id FOR UPDATE;
  RETURN QUERY
  WITH line AS MATERIALIZED (
    SELECT * FROM json_to_recordset(lines)
      AS l(nr int, id uuid, place uuid, side text, session uuid, agent uuid, client_id text, text text)
  ), here AS MATERIALIZED (
    SELECT c.id, c.session_id, c.agent_id, c.last_number, c.state, i.label AS issuer, a.name AS by,
      -- As in the rules: due from four fifths of the time a proof holds, in milliseconds.
      CASE
        WHEN s.verified_at IS NULL OR s.holds_until IS NULL THEN 'anonymous'
        WHEN at_moment >= date_trunc('milliseconds',
          s.verified_at + make_interval(secs => extract(epoch FROM s.holds_until - s.verified_at) * 0.8)) THEN 'due'
        ELSE 'verified'
      END AS assurance,
      -- Whoever speaks owns it, and may write with what is proven of them.
      c.consumer_id IS NOT DISTINCT FROM s.consumer_id
        AND (c.consumer_id IS NOT NULL OR c.family_id = s.family_id)
        AND ((o.minimum = 'anonymous' AND c.consumer_id IS NULL)
          OR (s.verified_at IS NOT NULL AND s.holds_until IS NOT NULL)) AS may_write
    FROM unnest(places) AS place(id)
    -- Each by its key, whatever the planner thinks of the sizes: OFFSET 0 keeps these from being joined as whole tables.
    CROSS JOIN LATERAL (
      SELECT * FROM conversations c WHERE c.brand_id = of_brand AND c.id = place.id
        AND c.state <> 'ended' AND c.offered_to IS NULL OFFSET 0) AS c
    CROSS JOIN LATERAL (
      SELECT * FROM sessions s WHERE s.brand_id = of_brand AND s.id = c.session_id AND s.ended_at IS NULL
        AND (s.verified_at IS NULL OR s.holds_until IS NULL OR s.holds_until > at_moment) OFFSET 0) AS s
    CROSS JOIN LATERAL (
      SELECT o.minimum FROM connections o WHERE o.brand_id = of_brand AND o.id = s.connection_id OFFSET 0) AS o
    LEFT JOIN LATERAL (
      SELECT i.label FROM consumers p JOIN issuers i ON i.brand_id = of_brand AND i.id = p.issuer_id
      WHERE p.brand_id = of_brand AND p.id = s.consumer_id OFFSET 0) AS i ON true
    LEFT JOIN LATERAL (
      SELECT a.name FROM agents a
      WHERE a.brand_id = of_brand AND a.id = c.agent_id AND a.removed_at IS NULL OFFSET 0) AS a ON true
  ), plain AS MATERIALIZED (
    SELECT l.*, h.assurance, h.issuer, CASE l.side WHEN 'agent' THEN h.by END AS by,
      h.last_number + row_number() OVER (PARTITION BY l.place ORDER BY l.nr)::int AS number
    FROM line l JOIN here h ON h.id = l.place
    WHERE CASE l.side
      WHEN 'consumer' THEN h.session_id = l.session AND h.may_write
      WHEN 'agent' THEN h.state = 'taken' AND h.agent_id = l.agent AND h.by IS NOT NULL AND EXISTS (
        SELECT FROM agent_sessions g WHERE g.brand_id = of_brand AND g.id = l.session AND g.agent_id = l.agent
          AND g.ended_at IS NULL AND g.ends_at > at_moment AND g.last_seen_at >= seen_after)
    END AND (
      -- Not NOT EXISTS, which may be turned into a join with all that was ever said there.
      SELECT count(*) FROM messages m WHERE m.brand_id = of_brand AND m.conversation_id = l.place AND m."from" = l.side
        AND m.client_id = l.client_id) = 0
  ), stored AS (
    INSERT INTO messages (brand_id, id, conversation_id, number, "from", agent_id, text, at, client_id, stamp_assurance, stamp_issuer)
    SELECT of_brand, p.id, p.place, p.number, p.side, p.agent, p.text, at_moment, p.client_id, p.assurance, p.issuer FROM plain p
  ), grown AS (
    SELECT p.place, max(p.number) AS number,
      bool_or(p.side = 'agent') AS answered,
      (array_agg(p.side ORDER BY p.number DESC))[1] AS last_side,
      max(p.number) FILTER (WHERE p.side = 'agent') AS answer
    FROM plain p GROUP BY p.place
  ), counted AS (
    UPDATE conversations c SET last_number = g.number,
      waiting_since = CASE
        WHEN g.last_side = 'agent' THEN NULL
        WHEN g.answered THEN at_moment
        ELSE coalesce(c.waiting_since, at_moment)
      END
    FROM grown g WHERE c.brand_id = of_brand AND c.id = g.place
  ), read AS (
    -- Whoever answers has read what stands above.
    INSERT INTO conversation_reads (brand_id, conversation_id, agent_id, number)
    SELECT of_brand, h.id, h.agent_id, g.answer FROM grown g JOIN here h ON h.id = g.place WHERE g.answer IS NOT NULL
    ON CONFLICT (brand_id, conversation_id, agent_id)
    DO UPDATE SET number = greatest(conversation_reads.number, excluded.number)
  )
  SELECT p.nr, p.number, p.assurance, p.issuer, p.by FROM plain p;
END
$$;
