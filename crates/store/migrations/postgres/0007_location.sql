-- Where an event's address was when it was written, as JSON; absent where nothing knows.
ALTER TABLE event_detail ADD COLUMN location TEXT COLLATE "C";
