-- Whoever was told of a conversation may have answered with what was said in it, also before anybody was proven there: their
-- answers go with it.
CREATE INDEX "webhook_deliveries_brand_id_conversation_id_idx" ON "webhook_deliveries"("brand_id", "conversation_id");

CREATE OR REPLACE FUNCTION "erase_conversations"("of_brand" uuid, "which" uuid[]) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  gone integer;
BEGIN
  UPDATE webhook_attempts a SET answer = '' FROM webhook_deliveries d
  WHERE d.brand_id = of_brand AND d.conversation_id = ANY(which) AND a.brand_id = d.brand_id AND a.delivery_id = d.id
    AND a.answer <> '';
  UPDATE attachments SET name = '', sha256 = '', message_id = NULL, conversation_id = NULL, state = 'gone'
  WHERE brand_id = of_brand AND conversation_id = ANY(which);
  DELETE FROM conversation_reads WHERE brand_id = of_brand AND conversation_id = ANY(which);
  DELETE FROM identity_events WHERE brand_id = of_brand AND conversation_id = ANY(which);
  DELETE FROM identity_requests WHERE brand_id = of_brand AND conversation_id = ANY(which);
  DELETE FROM messages WHERE brand_id = of_brand AND conversation_id = ANY(which);
  GET DIAGNOSTICS gone = ROW_COUNT;
  UPDATE conversations SET linked_to = NULL WHERE brand_id = of_brand AND linked_to = ANY(which);
  DELETE FROM conversations WHERE brand_id = of_brand AND id = ANY(which);
  RETURN gone;
END
$$;
