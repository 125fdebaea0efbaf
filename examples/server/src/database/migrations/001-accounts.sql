-- Accounts, their contact information and its history, and their users. Rules about who may do what are not here, nor are those of
-- contact information: what is here is what must never break, whoever writes.

create schema portero;

-- Who the server is within a transaction, whoever it signed in as: superusers see the rows of every account.
do $$
begin
  if not exists (select from pg_roles where rolname = 'portero_app') then
    create role portero_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- Made for another database of the same server, at this moment.
end
$$;
grant portero_app to current_user;

create table portero.accounts (
  -- The first 16 bytes of the SHA-256 of the id, which may be of any length.
  key uuid primary key,
  id text not null,
  record json,
  revision text,
  -- Another one after every transaction that changes the account's users; null before the first.
  users_version text,
  check ((record is null) = (revision is null))
);

create table portero.history (
  account uuid not null references portero.accounts on delete cascade,
  number bigint generated always as identity,
  entry json not null,
  primary key (account, number)
);

create table portero.users (
  account uuid not null references portero.accounts on delete cascade,
  id text collate "C" not null check (length(id) <= 255),
  address text collate "C" not null check (length(address) <= 500),
  -- What they are listed by. Not what is shown: that is in `value`.
  name_key text collate "C" not null,
  email_key text collate "C" not null,
  role text collate "C" not null,
  status text collate "C" not null,
  last_active_at text collate "C" not null,
  -- What a search looks in.
  search_text text collate "C" not null,
  -- Whether they are active and their role manages users.
  is_manager boolean not null,
  value json not null,
  primary key (account, id),
  constraint users_address unique (account, address)
);

create index users_by_name on portero.users (account, name_key, id);
create index users_by_email on portero.users (account, email_key, id);
create index users_by_role on portero.users (account, role, name_key, id);
create index users_by_status on portero.users (account, status, name_key, id);
create index users_by_last_active_at on portero.users (account, last_active_at, name_key, id);
create index users_managers on portero.users (account) where is_manager;

-- How many there are, so that nobody is counted.
create table portero.user_counts (
  account uuid not null references portero.accounts on delete cascade,
  role text collate "C" not null,
  status text collate "C" not null,
  count bigint not null,
  primary key (account, role, status)
);

-- Whom the contact information names: people who are told when something happens.
create table portero.named_users (
  account uuid not null references portero.accounts on delete cascade,
  user_id text collate "C" not null,
  primary key (account, user_id)
);

-- ── One account at a time ──

create function portero.current_account() returns uuid language sql stable as
  $$ select nullif(current_setting('portero.account', true), '')::uuid $$;

do $$
declare
  one text;
begin
  foreach one in array array['accounts', 'history', 'users', 'user_counts', 'named_users'] loop
    execute format('alter table portero.%I enable row level security', one);
    execute format('alter table portero.%I force row level security', one);
    execute format('create policy one_account on portero.%I using (%I = portero.current_account())', one, case one when 'accounts' then 'key' else 'account' end);
  end loop;
end
$$;

grant usage on schema portero to portero_app;
grant select, insert, update, delete on all tables in schema portero to portero_app;

-- ── What must never break ──

create function portero.require_new_revision() returns trigger language plpgsql as $$
begin
  raise exception 'Every record that is saved has a revision of its own.' using errcode = 'check_violation', constraint = 'new-revision';
end
$$;
create trigger accounts_new_revision before update of record on portero.accounts
  for each row when (old.record::text is distinct from new.record::text and old.revision is not distinct from new.revision)
  execute function portero.require_new_revision();

create function portero.require_manager() returns trigger language plpgsql as $$
begin
  if exists (select from portero.accounts where key = old.account)
     and not exists (select from portero.users where account = old.account and is_manager) then
    raise exception 'An account that has an active user who manages users keeps one.' using errcode = 'check_violation', constraint = 'last-administrator';
  end if;
  return null;
end
$$;
create constraint trigger users_keep_manager after delete or update on portero.users deferrable initially deferred
  for each row when (old.is_manager) execute function portero.require_manager();

create function portero.require_named_user() returns trigger language plpgsql as $$
begin
  if exists (select from portero.named_users where account = old.account and user_id = old.id)
     and not exists (select from portero.users where account = old.account and id = old.id and status <> 'deactivated') then
    raise exception 'Contact information names this user.' using errcode = 'check_violation', constraint = 'alert-contact';
  end if;
  return null;
end
$$;
create constraint trigger users_keep_named after delete or update on portero.users deferrable initially deferred
  for each row when (old.status <> 'deactivated') execute function portero.require_named_user();

-- ── What follows from a change ──

create function portero.users_changed() returns trigger language plpgsql as $$
declare
  changed uuid := coalesce(new.account, old.account);
begin
  if tg_op <> 'INSERT' then
    update portero.user_counts set count = count - 1 where account = old.account and role = old.role and status = old.status;
  end if;
  if tg_op <> 'DELETE' then
    insert into portero.user_counts (account, role, status, count) values (new.account, new.role, new.status, 1)
      on conflict (account, role, status) do update set count = user_counts.count + 1;
  end if;
  -- Once in a transaction, however many users it changes.
  update portero.accounts set users_version = pg_current_xact_id()::text
    where key = changed and users_version is distinct from pg_current_xact_id()::text;
  if found then
    perform pg_notify('portero_changes', changed || ' users');
  end if;
  return null;
end
$$;
create trigger users_changed after insert or update or delete on portero.users for each row execute function portero.users_changed();

create function portero.record_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('portero_changes', new.key || ' contact-info');
  return null;
end
$$;

create function portero.account_erased() returns trigger language plpgsql as $$
begin
  perform pg_notify('portero_changes', old.key || ' contact-info'), pg_notify('portero_changes', old.key || ' users');
  return null;
end
$$;
create trigger accounts_erased after delete on portero.accounts for each row execute function portero.account_erased();

create trigger accounts_changed after update of record on portero.accounts
  for each row when (old.revision is distinct from new.revision) execute function portero.record_changed();
