import type { Assurance, FactSource } from '@countersign/claims';
import type { IdentityEvent, SystemEvent } from '@countersign/contracts';
import type { Words } from '../en';
import { factNames } from './fact-names';
import type { Arabic } from './plural';
import { refusals, relaxed } from './refusals';

const marks: Record<Assurance, string> = {
  anonymous: 'مجهول الهوية',
  verified: 'موثَّق',
  due: 'موثَّق، يوشك أن ينتهي',
  stale: 'منقضٍ',
  ended: 'انتهى الإثبات',
  revoked: 'مُلغى',
};

const advice: Record<Assurance, string> = {
  anonymous: 'لم يضمن أحد هوية هذا الشخص. اطلب منه تسجيل الدخول قبل الحديث عن أي حساب.',
  verified: 'عند انتهاء المدة يُطلب من صفحة العميل إثبات جديد. لا شيء مطلوب منك.',
  due: 'سيُطلب من صفحة العميل إثبات جديد قريبًا. لا شيء مطلوب منك.',
  stale: 'طُلب إثبات جديد. إلى أن يصل، لا تذكر ما لا يجوز أن يعرفه إلا هذا العميل.',
  ended: 'عامِل هذا الشخص على أنه مجهول إلى أن يسجّل الدخول من جديد.',
  revoked: 'سجّل العميل خروجه أو سُحب الإثبات. عامِل من يكتب على أنه مجهول.',
};

const sources: Record<FactSource, string> = {
  id_token: 'رمز الهوية (ID token)',
  userinfo: 'نقطة Userinfo',
  brand_server: 'من خادم إلى خادم',
  page: 'صفحة الويب',
  agent: 'موظف',
};

const wordsOfEvents = (name: Arabic['name']): Record<SystemEvent['kind'], (by: string | null) => string> => {
  const customer = (by: string | null) => (by ? name(by) : 'العميل');
  const agent = (by: string | null) => (by ? name(by) : 'أحد الموظفين');
  return {
    opened: () => 'بدأت المحادثة',
    taken: (by) => `تولّى ${agent(by)} المحادثة`,
    given: (by) => `المحادثة الآن مع ${agent(by)}`,
    returned: () => 'عادت المحادثة إلى قائمة الانتظار',
    signed_in: (by) => `سجّل ${customer(by)} الدخول`,
    signed_out: (by) => `سجّل ${customer(by)} الخروج`,
    identity_ended: () => 'انتهى إثبات الهوية',
    ended: (by) => (by ? `أنهى ${name(by)} المحادثة` : 'انتهت المحادثة'),
    proof_requested: (by) => `طلب ${agent(by)} إثبات الهوية`,
    proof_given: (by) => `أكّد ${customer(by)} هويته`,
    proof_declined: (by) => `لم يؤكّد ${customer(by)} هويته`,
  };
};

const historyOf = (
  by: (issuer: string | null) => string,
  name: Arabic['name'],
): Record<IdentityEvent['kind'], (issuer: string | null) => string> => ({
  anonymous: () => 'بدأ مجهول الهوية',
  rejected: () => 'رُفض إثبات',
  verified: (issuer) => `وُثِّق${by(issuer)}`,
  renewed: (issuer) => `جُدِّد الإثبات${by(issuer)}`,
  switched: () => 'سجّل شخص آخر الدخول',
  facts_pushed: (issuer) => `تغيّرت بيانات من ${issuer ? name(issuer) : 'العلامة'}`,
  stale: () => 'انقضى الإثبات',
  ended: () => 'انتهى الإثبات',
  revoked: () => 'سُحب الإثبات',
  signed_out: () => 'سجّل الخروج',
  requested: () => 'طُلب إثبات',
  stepped_up: (issuer) => `أُكّدت الهوية من جديد${by(issuer)}`,
  request_declined: () => 'رُفض الطلب',
  merged: () => 'ضُمّ ما قيل قبل معرفة الهوية',
});

const stampsOf = (
  by: (issuer: string | null) => string,
): Record<Assurance, (issuer: string | null) => string> => ({
  anonymous: () => 'مجهول عند الإرسال',
  verified: (issuer) => `موثَّق${by(issuer)} عند الإرسال`,
  due: (issuer) => `موثَّق${by(issuer)} عند الإرسال`,
  stale: () => 'كان الإثبات منقضيًا عند الإرسال',
  ended: () => 'كان الإثبات منتهيًا عند الإرسال',
  revoked: () => 'كان خارجًا من حسابه عند الإرسال',
});

export function identity({ clock, name }: Arabic): Words['identity'] {
  const by = (issuer: string | null) => (issuer ? ` من ${name(issuer)}` : '');
  const happened = wordsOfEvents(name);
  const history = historyOf(by, name);
  const stamps = stampsOf(by);
  return {
    anonymousVisitor: 'زائر مجهول',
    profileName: (issuer) => (issuer ? `اسم من ملف ${name(issuer)}` : 'اسم من ملف شخصي'),
    fromProfile: (issuer) => (issuer ? `من ملفه الشخصي في ${name(issuer)}` : 'من ملفه الشخصي'),
    marks,
    markedBy: (assurance, issuer) =>
      issuer && assurance === 'verified' ? `${marks[assurance]}${by(issuer)}` : marks[assurance],
    standing({ assurance, issuerLabel, holdsUntil }) {
      if (assurance === 'anonymous') return marks.anonymous;
      if (assurance === 'verified' || assurance === 'due') return `موثَّق${by(issuerLabel)}`;
      if (assurance === 'ended') return `انتهى الإثبات${by(issuerLabel)}`;
      if (assurance === 'revoked') return 'سجّل الخروج';
      return `كان موثَّقًا${by(issuerLabel)}؛ انتهى الإثبات${holdsUntil ? ` في ${clock(holdsUntil)}` : ''}`;
    },
    advice,
    stamp: ({ assurance, issuerLabel }) => stamps[assurance](issuerLabel),
    happened: (event) => happened[event.kind](event.by),
    history: (event) => history[event.kind](event.issuerLabel),
    source: (source) => sources[source],
    vouchedBy({ source, issuerLabel, issuer }) {
      const label = issuerLabel ?? issuer;
      if (source === 'brand_server') return label ? `من خادم ${name(label)}` : 'من خادم العلامة';
      return label ? `من ${name(label)}` : 'من جهة الإصدار';
    },
    factName: factNames,
    refusal: (reason) => refusals[reason],
    relaxed: (relaxation) => relaxed[relaxation],
  };
}
