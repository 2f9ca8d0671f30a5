-- A conversation that went back to the queue is nobody's, and has no time of its taking: it waits since it was returned.
CREATE OR REPLACE FUNCTION "webhooks_of_conversation"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
      moment := coalesce(NEW.taken_at, greatest(OLD.taken_at, NEW.waiting_since));
    END IF;
  END IF;
  PERFORM webhook_tell(NEW.brand_id, what, coalesce(moment, NEW.opened_at), NEW.id, NEW.consumer_id,
    jsonb_build_object('session', NEW.session_id, 'agent', NEW.agent_id, 'from', CASE WHEN TG_OP = 'UPDATE' THEN OLD.agent_id END),
    NULL);
  RETURN NULL;
END
$$;
