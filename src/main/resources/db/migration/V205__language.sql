-- The language a user chose for pages and mail; null: what the browser asks for, and English in mail.
alter table portal_user add column language text check (language in ('en', 'fr'));
grant update (language) on portal_user to "${portal}";
