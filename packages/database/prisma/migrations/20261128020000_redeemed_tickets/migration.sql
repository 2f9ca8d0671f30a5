-- A ticket is redeemed by a form, before the window has a key: until its page comes with one, its cookie stands for it.
ALTER TABLE "window_tickets" ADD COLUMN "window_hash" TEXT;
CREATE UNIQUE INDEX "window_tickets_window_hash_key" ON "window_tickets"("window_hash");
