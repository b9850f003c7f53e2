-- The first page says what changed since one's last visit. That began with the sign-in before the present one, which overwrites last_sign_in.
alter table portal_user add column sign_in_before timestamptz;
grant update (sign_in_before) on portal_user to "${portal}";
