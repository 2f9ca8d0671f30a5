-- Doors in the wall between brands: what is asked before anybody knows of which brand it is.
--
-- Row-level security shows the service the rows of one brand at a time, and of none while the brand is unknown. These
-- functions run as the owner, whom it does not bind. Each answers one narrow question: a brand, or names of rows that
-- are then read within their brand. docs/decisions/0022 lists them with their reasons, and a test compares.
--
-- plpgsql, because it keeps its plans on each connection. A door sees its own schema only: what a caller puts into a
-- temporary one is looked at last.

-- By what a caller brings: a name, or the hash of a secret.

CREATE FUNCTION "brand_by_slug"("of_slug" text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT b.id FROM brands b WHERE b.slug = of_slug);
END
$$;

CREATE FUNCTION "brand_of_connection"("of_connection" uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT c.brand_id FROM connections c WHERE c.id = of_connection AND c.removed_at IS NULL);
END
$$;
-- A provider that calls names the connection by its id alone.
CREATE UNIQUE INDEX "connections_id_key" ON "connections"("id");

CREATE FUNCTION "session_by_token"("of_hash" text, "at_moment" timestamptz) RETURNS TABLE ("brand" uuid, "id" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT t.brand_id, t.session_id FROM session_tokens t
    WHERE t.hash = of_hash AND t.expires_at > at_moment;
END
$$;

CREATE FUNCTION "agent_session_by_cookie"("of_hash" text) RETURNS TABLE ("brand" uuid, "id" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT s.brand_id, s.id FROM agent_sessions s WHERE s.hash = of_hash;
END
$$;

CREATE FUNCTION "api_key_by_hash"("of_hash" text) RETURNS TABLE ("brand" uuid, "id" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT k.brand_id, k.id FROM api_keys k WHERE k.hash = of_hash AND k.revoked_at IS NULL;
END
$$;

CREATE FUNCTION "brand_of_sign_in"("of_state" text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT s.brand_id FROM agent_sign_in_states s WHERE s.id = of_state);
END
$$;

-- What is public, or only looked at before the service starts.

CREATE FUNCTION "origins_admitted"() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT unnest(c.origins) FROM connections c WHERE c.removed_at IS NULL;
END
$$;

CREATE FUNCTION "issuers_trusted"() RETURNS TABLE ("name" text, "issuer" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT b.slug || '/' || c.key, i.url FROM connections c
      JOIN brands b ON b.id = c.brand_id JOIN issuers i ON i.brand_id = c.brand_id AND i.id = c.issuer_id
    WHERE c.removed_at IS NULL
    UNION ALL
    SELECT 'the agents of ' || b.slug, b.agent_sign_in ->> 'issuer' FROM brands b
    WHERE b.agent_sign_in ->> 'issuer' IS NOT NULL;
END
$$;

-- Whose time has come: looked for every few seconds, of whatever brand, and handled within it.

CREATE FUNCTION "sessions_gone_stale"("after" timestamptz, "up_to" timestamptz) RETURNS TABLE ("brand" uuid, "id" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT s.brand_id, s.id FROM sessions s
    WHERE s.ended_at IS NULL AND s.holds_until > "after" AND s.holds_until <= up_to;
END
$$;

CREATE FUNCTION "sessions_run_out"("before" timestamptz, "most" integer) RETURNS TABLE ("brand" uuid, "id" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT s.brand_id, s.id FROM sessions s
    WHERE s.ended_at IS NULL AND s.holds_until <= "before" LIMIT most;
END
$$;

CREATE FUNCTION "offers_run_out"("before" timestamptz, "most" integer)
  RETURNS TABLE ("brand" uuid, "id" uuid, "family" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT c.brand_id, c.id, c.offered_to FROM conversations c
    WHERE c.offered_until <= "before" LIMIT most;
END
$$;

CREATE FUNCTION "brands_with_requests_run_out"("before" timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT r.brand_id FROM identity_requests r
    WHERE r.outcome IS NULL AND r.expires_at <= "before";
END
$$;

CREATE FUNCTION "encryption_keys_in_use_since"("before" timestamptz, "most" integer)
  RETURNS TABLE ("brand" uuid, "kind" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT k.brand_id, k.algorithm FROM encryption_keys k
    WHERE k.state = 'current' AND k.state_since < "before" LIMIT most;
END
$$;

-- What has run out is forgotten, of whatever brand: how much it was is all they answer.

CREATE FUNCTION "forget_encryption_keys"("retired_before" timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone bigint;
BEGIN
  DELETE FROM encryption_keys k WHERE k.state = 'retired' AND k.state_since < retired_before;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;

CREATE FUNCTION "forget_what_ran_out"("at_moment" timestamptz, "traced_before" timestamptz)
  RETURNS TABLE ("of_table" text, "gone" bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  -- Attempts go with their traces: what they once allowed has long run out.
  rules CONSTANT text[] := ARRAY[
    'used_possessions', 'keep_until < $1', 'used_proofs', 'keep_until < $1', 'session_tokens', 'expires_at < $1',
    'pending_facts', 'expires_at < $1', 'logouts', 'keep_until < $1', 'agent_sign_in_states', 'expires_at < $1',
    'window_transactions', 'expires_at < $1', 'window_tickets', 'expires_at < $1',
    'traces', 'at < $2', 'trace_days', 'day < ($2 AT TIME ZONE ''UTC'')::date', 'attempts', 'started_at < $2',
    'logout_tokens', 'at < $2'];
BEGIN
  FOR rule IN 1 .. cardinality(rules) BY 2 LOOP
    of_table := rules[rule];
    EXECUTE format('DELETE FROM %I WHERE %s', of_table, rules[rule + 1]) USING at_moment, traced_before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN NEXT;
  END LOOP;
END
$$;

-- Nobody but the service goes through: PostgreSQL lets everybody call a new function.
DO $$
DECLARE
  door regprocedure;
BEGIN
  FOR door IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO countersign_api', door);
    END IF;
  END LOOP;
END
$$;
