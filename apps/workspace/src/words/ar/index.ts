import type { Words } from '../en';
import { bills } from './bills';
import { brand } from './brand';
import { canned } from './canned';
import { cards } from './cards';
import { connections } from './connections';
import { conversation } from './conversation';
import { create } from './create';
import { customers } from './customers';
import { duty } from './duty';
import { identity } from './identity';
import { notices } from './notices';
import { palette } from './palette';
import { panel } from './panel';
import type { Arabic } from './plural';
import { queue } from './queue';
import { search } from './search';
import { setUp } from './set-up';
import { settings } from './settings';
import { shell } from './shell';
import { signIn } from './sign-in';
import { time } from './time';
import { together } from './together';
import { trouble } from './trouble';
import { webhooks } from './webhooks';
import { wizard } from './wizard';

/** Everything in Arabic. */
export const arabic = (speech: Arabic): Words => ({
  pages: {
    conversations: 'المحادثات',
    conversation: 'محادثة',
    search: 'بحث',
    customers: 'العملاء',
    signIn: 'تسجيل الدخول',
    connections: 'الاتصالات',
    connection: 'اتصال',
    attempt: 'محاولة',
    tryToken: 'تجربة رمز',
    create: 'إنشاء علامة',
    setup: 'الإعداد',
    newConnection: 'اتصال جديد',
    install: 'التركيب',
    look: 'المظهر',
    team: 'العلامة والفريق',
    keys: 'المفاتيح',
    preview: 'المحادثة كما ستبدو',
    webhooks: 'إشعارات الويب',
    webhook: 'نقطة استقبال',
    newWebhook: 'إضافة نقطة استقبال',
    webhookEvent: 'حدث إشعار',
  },
  bills: bills(speech),
  brand: brand(speech),
  canned: canned(),
  cards: cards(speech),
  connections: connections(speech),
  conversation: conversation(speech),
  create: create(speech),
  customers: customers(speech),
  duty: duty(),
  identity: identity(speech),
  notices: notices(),
  palette: palette(speech),
  panel: panel(speech),
  queue: queue(speech),
  search: search(speech),
  settings: settings(speech),
  setUp: setUp(speech),
  shell: shell(speech),
  signIn: signIn(speech),
  time: time(speech),
  together: together(speech),
  trouble: trouble(speech),
  webhooks: webhooks(speech),
  wizard: wizard(speech),
});
