import type { Words } from '../en';
import type { Arabic } from './plural';

const vouched: Words['panel']['vouched'] = {
  by: 'ضمنه',
  wayOf: 'عن طريق',
  key: 'وُقّع بالمفتاح',
  until: 'يسري حتى',
  trace: 'انظر كل فحوص الإثبات',
};

const origin: Words['panel']['origin'] = {
  issuer: 'جهة الإصدار',
  source: 'بواسطة',
  key: 'المفتاح',
  told: 'وقت القول',
  until: 'حتى',
  session: 'ما دامت الجلسة سارية',
};

const groups: Words['panel']['groups'] = {
  identity: 'الهوية',
  account: 'الحساب',
  package: 'الباقة',
  billing: 'الفواتير',
  other: 'المزيد',
  page: 'المزيد',
};

const glance = (count: Arabic['count']): Words['panel']['glance'] => ({
  verified: (facts) =>
    count(facts, {
      zero: 'لا شيء موثَّق',
      one: 'معلومة موثَّقة',
      two: 'معلومتان موثَّقتان',
      few: '# معلومات موثَّقة',
      many: '# معلومة موثَّقة',
      other: '# معلومة موثَّقة',
    }),
  was: (facts) =>
    count(facts, {
      zero: 'لا شيء كان موثَّقًا',
      one: 'معلومة كانت موثَّقة',
      two: 'معلومتان كانتا موثَّقتين',
      few: '# معلومات كانت موثَّقة',
      many: '# معلومة كانت موثَّقة',
      other: '# معلومة كانت موثَّقة',
    }),
  page: (facts) =>
    count(facts, {
      zero: 'لا شيء من الصفحة',
      one: 'معلومة تدّعيها الصفحة',
      two: 'معلومتان تدّعيهما الصفحة',
      few: '# معلومات تدّعيها الصفحة',
      many: '# معلومة تدّعيها الصفحة',
      other: '# معلومة تدّعيها الصفحة',
    }),
  conflicts: (some) => count(some, counted.conflicts),
});

const counted = {
  relaxed: {
    zero: 'وضع LivePerson: لا تساهل في الفحوص',
    one: 'وضع LivePerson: فحص واحد أقل صرامة',
    two: 'وضع LivePerson: فحصان أقل صرامة',
    few: 'وضع LivePerson: # فحوص أقل صرامة',
    many: 'وضع LivePerson: # فحصًا أقل صرامة',
    other: 'وضع LivePerson: # فحص أقل صرامة',
  },
  conflicts: {
    zero: 'لا تعارض',
    one: 'تعارض واحد',
    two: 'تعارضان',
    few: '# تعارضات',
    many: '# تعارضًا',
    other: '# تعارض',
  },
  earlier: {
    zero: 'لا شيء قبل ذلك',
    one: 'حدث واحد سابق',
    two: 'حدثان سابقان',
    few: '# أحداث سابقة',
    many: '# حدثًا سابقًا',
    other: '# حدث سابق',
  },
};

export const panel = ({ count, name }: Arabic): Words['panel'] => ({
  title: 'الهوية',
  back: 'العودة إلى المحادثة',
  signedInAt: (issuer) => (issuer ? `سجّل الدخول في ${name(issuer)} {ago}` : 'سجّل الدخول هناك {ago}'),
  byMeans: '، بطريقة {means}',
  relaxed: (some) => count(some, counted.relaxed),
  asOf: (when) => (when ? `كما كانت في ${when} حين انتهى الإثبات` : 'كما كانت حين انتهى الإثبات'),
  withheld: {
    ended: 'تُعرض بيانات العميل ما دامت المحادثة مفتوحة فقط.',
    others: (agent) => `بيانات العميل تُعرض على ${name(agent)} الذي يتولّى هذه المحادثة.`,
    untaken: 'تولَّ المحادثة لترى بيانات العميل.',
  },
  verified: 'موثَّق',
  proven: 'مُثبَت. يمكنك الاعتماد عليه ما دام الإثبات ساريًا.',
  disputed: 'يخالف ما هو موثَّق',
  now: 'الآن',
  glance: glance(count),
  vouched,
  groups,
  whereFrom: (fact) => `: مصدر ${name(fact)}`,
  showWho: 'اعرض من يقول ذلك',
  updated: 'حُدِّث',
  fromThePage: 'من الصفحة',
  noProof: 'أرسلته صفحة الويب. ليس إثباتًا لشيء.',
  claimed: 'تقول الصفحة: ',
  profile: (issuer) => (issuer ? `من ملفه الشخصي في ${name(issuer)}` : 'من ملفه الشخصي'),
  unchecked: (issuer) => `ينقل ${issuer ? name(issuer) : 'مصدر الهوية'} هذا ولا يتحقق منه.`,
  conflicts: (conflicts) =>
    count(conflicts, {
      zero: 'لا تعارض',
      one: 'تعارض',
      two: 'تعارضان',
      few: '# تعارضات',
      many: '# تعارضًا',
      other: '# تعارض',
    }),
  conflictNow: 'تقول الصفحة غير ما هو موثَّق. اعتمد القيمة الموثَّقة.',
  conflictThen: 'قالت الصفحة غير ما كان موثَّقًا أثناء سريان الإثبات.',
  claimedByPage: 'تدّعيه الصفحة',
  history: 'سجل الهوية',
  earlier: (some) => count(some, counted.earlier),
  refused: 'قدّمت الصفحة إثباتًا رُفض',
  whyRefused: 'سبب الرفض',
  trace: { title: 'كيف نعرف', open: 'كل فحوص الإثبات بالترتيب', whole: 'التتبّع كاملًا', ofEvent: 'تتبّعه' },
  origin,
  ask: { 'sign-in': 'اطلب تسجيل الدخول', 'step-up': 'اطلب تأكيد الهوية' },
  asked: {
    'sign-in': (by) => (by ? `طلب ${name(by)} تسجيل الدخول` : 'طُلب تسجيل الدخول'),
    'step-up': (by) => (by ? `طلب ${name(by)} تأكيد الهوية` : 'طُلب تأكيد الهوية'),
  },
  signOut: 'تسجيل الخروج من كل مكان',
  signOutTitle: 'أتُخرج هذا العميل من كل مكان؟',
  signOutText: 'كل متصفح وتطبيق له يغلق هذه المحادثة خلال ثانية، وعليه تسجيل الدخول من جديد ليتابع.',
  yes: 'نعم',
  no: 'لا',
});
