-- The history asks for the entries of one change: those that were written at its instant.
create index entry_of_change on entry (deal_id, known);
