-- A card is told as it is proposed, and each time it stands otherwise. How often its backend was asked is nobody's business.
CREATE FUNCTION "webhooks_of_card"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM webhook_tell(NEW.brand_id, 'card.changed', NEW.changed_at, NEW.conversation_id, NEW.consumer_id,
    jsonb_build_object('card', NEW.id, 'kind', NEW.kind, 'state', NEW.state, 'agent', NEW.agent_id), NULL);
  RETURN NULL;
END
$$;
CREATE TRIGGER "cards_proposed_hook" AFTER INSERT ON "cards" FOR EACH ROW EXECUTE FUNCTION "webhooks_of_card"();
CREATE TRIGGER "cards_changed_hook" AFTER UPDATE OF "state" ON "cards" FOR EACH ROW
WHEN (NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION "webhooks_of_card"();
