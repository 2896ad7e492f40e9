export const up = `
create table conversations (
  id uuid primary key,
  appid text not null,
  openid text not null,
  -- Null for somebody who never signed in.
  customer_id uuid references customers on delete set null,
  assigned_to uuid references operators on delete set null,
  -- Of the newest message of either side; null while the customer only came in: not in the list yet.
  active_at timestamptz,
  unread int not null default 0 check (unread >= 0),
  -- WeChat's windows: five messages in 48 hours after the customer's own, two in a minute after they came in.
  message_at timestamptz,
  message_left int not null default 0 check (message_left between 0 and 5),
  entered_at timestamptz,
  entered_left int not null default 0 check (entered_left between 0 and 2),
  -- When it was last answered by itself.
  greeted_at timestamptz,
  away_at timestamptz,
  created_at timestamptz not null,
  unique (appid, openid)
);
create index conversations_newest on conversations (active_at desc, id desc) where active_at is not null;
create index conversations_customer on conversations (customer_id);
create index conversations_assigned on conversations (assigned_to) where assigned_to is not null;
create index conversations_unread on conversations (unread) where unread > 0;

create table conversations_pictures (
  id uuid primary key,
  conversation_id uuid not null references conversations on delete cascade,
  status text not null check (status in ('fetching', 'kept', 'gone')),
  storage_key text,
  -- Where WeChat keeps a customer's picture for a while.
  wechat_media_id text,
  created_at timestamptz not null,
  constraint conversations_pictures_kept check ((status = 'kept') = (storage_key is not null))
);
create index conversations_pictures_conversation on conversations_pictures (conversation_id);
create index conversations_pictures_fetching on conversations_pictures (created_at) where status = 'fetching';

create table conversations_messages (
  id uuid primary key,
  conversation_id uuid not null references conversations on delete cascade,
  origin text not null check (origin in ('customer', 'operator', 'greeting', 'out_of_hours')),
  kind text not null check (kind in ('text', 'image', 'card', 'entered', 'handover')),
  operator_id uuid references operators on delete set null,
  operator_name text,
  assigned_name text,
  text text,
  picture_id uuid references conversations_pictures,
  card jsonb,
  status text not null check (status in ('received', 'sending', 'sent', 'failed', 'unknown')),
  code text,
  reason text,
  -- Which window it took its place from, and when that one began: given back when it surely did not go out.
  allowed_by text check (allowed_by in ('message', 'enter')),
  allowed_from timestamptz,
  -- When WeChat began to be asked: nobody asks a second time.
  begun_at timestamptz,
  tries int not null default 0,
  at timestamptz not null,
  sent_at timestamptz
);
create index conversations_messages_newest on conversations_messages (conversation_id, id desc);
create index conversations_messages_open on conversations_messages (at) where status = 'sending';
create index conversations_messages_picture on conversations_messages (picture_id) where picture_id is not null;

-- What WeChat keeps of our pictures, for three days.
create table conversations_media (
  key text primary key,
  media_id text not null,
  uploaded_at timestamptz not null
);

create table conversations_quick_replies (
  id uuid primary key,
  title text not null,
  text jsonb not null,
  created_at timestamptz not null
);

create table conversations_settings (
  single boolean primary key default true check (single),
  greeting jsonb not null,
  out_of_hours jsonb not null,
  hours jsonb,
  time_zone text not null
);
insert into conversations_settings values (
  true,
  '{"zh": "您好，欢迎光临，请问有什么可以帮您？", "en": "Hello and welcome. How can we help you?"}',
  '{"zh": "现在是休息时间，我们上班后会尽快回复您。", "en": "We are away now and will answer as soon as we are back."}',
  null,
  'Asia/Shanghai'
);
`;
