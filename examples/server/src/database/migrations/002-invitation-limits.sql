-- How many more invitations an account may send, at a moment: its allowance fills up again evenly.

create table portero.invitation_limits (
  account uuid primary key,
  allowance double precision not null,
  at timestamptz not null
);

alter table portero.invitation_limits enable row level security;
alter table portero.invitation_limits force row level security;
create policy one_account on portero.invitation_limits using (account = portero.current_account());
grant select, insert, update, delete on portero.invitation_limits to portero_app;
