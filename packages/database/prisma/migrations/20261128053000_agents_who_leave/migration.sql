-- An agent who signs out, or is removed, is told to every process by the transaction that does it, as the end of a
-- consumer's session is: what locks somebody out does not depend on anything but the database.
CREATE FUNCTION "agent_session_is_over"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('countersign', json_build_object('name', 'agent.signed-out', 'brandId', NEW.brand_id,
    'agentSessionId', NEW.id)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER "agent_sessions_over" AFTER UPDATE OF "ended_at" ON "agent_sessions" FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION "agent_session_is_over"();

CREATE FUNCTION "agent_is_removed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('countersign', json_build_object('name', 'agent.removed', 'brandId', NEW.brand_id,
    'agentId', NEW.id)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER "agents_removed" AFTER UPDATE OF "removed_at" ON "agents" FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION "agent_is_removed"();
